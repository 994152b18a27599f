package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** What an envelope's window shows of a printed page, by its ink, wherever the sheet slides to. */
public final class PrintedWindow {
    private PrintedWindow() {}

    /**
     * The whole address always shows, and nothing else ever does but our own line above it.
     *
     * @param stationery with the envelopes that count
     * @param ours the line above the address
     */
    public static void showsOnly(PrintedPage page, Stationery stationery, List<String> address, String ours) {
        WindowFit fit = WindowFit.of(stationery).orElseThrow();
        StringBuilder shown = new StringBuilder();
        for (PrintedPage.Line line : page.lines()) {
            if (rectangle(fit.always()).contains(line.ink())) {
                shown.append(line.text());
            } else if (!line.text().equals(ours)) {
                assertThat(rectangle(fit.may()).intersects(line.ink()))
                        .as(stationery.name() + " may show " + line)
                        .isFalse();
            }
        }
        assertThat(bare(shown.toString())).as(stationery.name()).contains(bare(String.join("", address)));
        assertThat(bare(shown.toString()).replace(bare(ours), ""))
                .as(stationery.name())
                .isEqualTo(bare(String.join("", address)));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    private static Rectangle2D rectangle(Window window) {
        return new Rectangle2D.Double(window.x(), window.y(), window.width(), window.height());
    }
}

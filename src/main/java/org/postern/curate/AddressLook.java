package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.directory.Recipient;
import org.postern.letter.Pages;
import org.postern.letter.PrintSite;
import org.postern.letter.PrintSites;
import org.postern.letter.Words;
import org.postern.typeset.Finding;
import org.postern.typeset.Typesetting;
import org.postern.typeset.Window;
import org.postern.web.Settings;

/** An address as it will be printed: by the same typesetter, from a site whose post goes there. */
@Dependent
public class AddressLook {
    private static final int DPI = 110;
    private static final Words NOTHING_YET = new Words("–", "–", null);

    private final Pages pages;
    private final PrintSites sites;
    private final Settings settings;
    private final Clock clock;

    @Inject
    AddressLook(Pages pages, PrintSites sites, Settings settings, Clock clock) {
        this.pages = pages;
        this.sites = sites;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What will stand on paper.
     *
     * @param from the city it is posted in; null while no post goes there
     * @param window whether it shows through the envelope, or is copied by hand
     * @param lines country last
     */
    public record Look(@Nullable String from, boolean window, List<String> lines) {}

    Look of(Recipient to) {
        PrintSite from = from(to);
        return new Look(from == null ? null : from.city(), window(to) != null, pages.addressLines(to, from));
    }

    /** @return why the address cannot be printed, in the words of {@code finding.<KIND>}; the first for each line */
    List<Objection> objectionsTo(Recipient to, String field) {
        return set(to).findings().stream()
                .filter(finding ->
                        finding.field().startsWith("address") || finding.kind() == Finding.Kind.ADDRESS_DOES_NOT_FIT)
                .limit(1)
                .map(finding -> Objection.blocks(field, "finding." + finding.kind(), finding.character()))
                .toList();
    }

    /** @return a PNG of what shows through the window; empty where there is none, or the address does not fit */
    Optional<byte[]> picture(Recipient to) {
        Window window = window(to);
        Typesetting set = set(to);
        return window == null || !set.findings().isEmpty()
                ? Optional.empty()
                : Optional.of(cut(set.png(0, DPI), window));
    }

    private @Nullable Window window(Recipient to) {
        return pages.typesetter().stationery(pages.stationery(to)).window();
    }

    private Typesetting set(Recipient to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return pages.set(pages.manuscript(NOTHING_YET, "en", to, today, from(to)));
    }

    private @Nullable PrintSite from(Recipient to) {
        Optional<PrintSite> first =
                sites.all().stream().filter(site -> site.serves(to.country())).findFirst();
        return first.orElse(null);
    }

    private static byte[] cut(byte[] png, Window window) {
        try {
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(png));
            BufferedImage seen =
                    new BufferedImage(dots(window.width()), dots(window.height()), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = seen.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, seen.getWidth(), seen.getHeight());
            pen.drawImage(page, -dots(window.x()), -dots(window.y()), null);
            pen.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(seen, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int dots(double mm) {
        return (int) Math.round(mm / 25.4 * DPI);
    }
}

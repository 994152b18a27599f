package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small, at the foot of each sheet's front: which letter of the batch it is of, so that a spilled stack finds its order. */
final class SheetMark {
    private static final FontStyle STYLE = new FontStyle("LiberationSans", false, false);
    private static final float SIZE = 7;
    /** From the lower edge: below the page number, above what printers cannot reach. */
    private static final float BASELINE = Page.pt(6);

    /** Of a code: each of its 21 modules is two dots wide at 100 dpi, four at 200, six at 300. */
    private static final float CODE = Page.pt(21 * 2 / 100d * 25.4);
    /** Of a code's lower edge, from the sheet's: its quiet zone ends above the mark. */
    private static final float CODE_BELOW = Page.pt(10.5);

    private SheetMark() {}

    /**
     * @param mark such as {@code B0127-034}; {@code 1/2} follows it, sheets and not pages
     * @param code follows that, and stands above it as a QR code in the middle, where no foot of a letter reaches; null: none
     */
    static List<Page> on(List<Page> pages, String mark, @Nullable String code, Shaper shaper) {
        var marked = new ArrayList<>(pages);
        int sheets = (pages.size() + 1) / 2;
        for (int sheet = 0; sheet < sheets; sheet++) {
            Page front = pages.get(2 * sheet);
            String text = mark + " " + (sheet + 1) + "/" + sheets + (code == null ? "" : "   " + code);
            var block = new TextBlock(shaper, StyledText.of(text, STYLE), "en", SIZE, front.width(), false);
            var marks = new ArrayList<Mark>(front.marks());
            marks.add(new Mark.Of(Tag.FOOTER));
            marks.addAll(block.line(0, 0, front.height() - BASELINE, Align.CENTRE, 0));
            if (code != null) {
                float left = (front.width() - CODE) / 2;
                float top = front.height() - CODE_BELOW - CODE;
                marks.add(new Mark.Code(left, top, CODE, QrCode.modules(code)));
            }
            marked.set(2 * sheet, new Page(front.width(), front.height(), List.copyOf(marks), front.turn()));
        }
        return marked;
    }
}

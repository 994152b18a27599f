package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;

/** Small, at the foot of each sheet's front: which letter of the batch it is of, so that a spilled stack finds its order. */
final class SheetMark {
    private static final FontStyle STYLE = new FontStyle("LiberationSans", false, false);
    private static final float SIZE = 7;
    /** From the lower edge: below the page number, above what printers cannot reach. */
    private static final float BASELINE = Page.pt(6);

    private SheetMark() {}

    /** @param mark such as {@code B0127-034}; {@code 1/2} follows it, sheets and not pages */
    static List<Page> on(List<Page> pages, String mark, Shaper shaper) {
        var marked = new ArrayList<>(pages);
        int sheets = (pages.size() + 1) / 2;
        for (int sheet = 0; sheet < sheets; sheet++) {
            Page front = pages.get(2 * sheet);
            String text = mark + " " + (sheet + 1) + "/" + sheets;
            var block = new TextBlock(shaper, StyledText.of(text, STYLE), "en", SIZE, front.width(), false);
            var marks = new ArrayList<Mark>(front.marks());
            marks.add(new Mark.Of(Tag.FOOTER));
            marks.addAll(block.line(0, 0, front.height() - BASELINE, Align.CENTRE, 0));
            marked.set(2 * sheet, new Page(front.width(), front.height(), List.copyOf(marks), front.turn()));
        }
        return marked;
    }
}

package org.postern.typeset;

import java.util.List;

/** The mark of a page that must never be posted. */
final class Sample {
    private static final FontStyle STYLE = new FontStyle("LiberationSans", true, false);

    private Sample() {}

    static List<Mark.Run> mark(Shaper shaper, float pageWidth) {
        var block = new TextBlock(shaper, StyledText.of("SAMPLE", STYLE), "en", 13, pageWidth, false);
        return block.line(0, 0, Page.pt(13), Align.CENTRE, 0.5f);
    }
}

package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;

/** The words of a {@link Sheet}: set in their types, black, white on black, or struck out. */
record SheetText(Shaper shaper, String language) {

    /** Words set to a width in mm. */
    TextBlock block(List<Words> words, double width) {
        var spans = new ArrayList<StyledText.Span>();
        for (Words piece : words) {
            FontStyle style = piece.type().style();
            spans.add(new StyledText.Span(Characters.shown(piece.text(), style, shaper.fonts()), style));
        }
        float size = (float) words.get(0).type().size();
        return new TextBlock(shaper, StyledText.of(spans), language, size, Page.pt(width), false);
    }

    /** All lines, the first one's upper edge at {@code y} mm. */
    List<Mark> marks(TextBlock block, double x, double y, Type type) {
        var marks = new ArrayList<Mark>();
        Face face = shaper.fonts().first(type.style());
        float size = (float) type.size();
        float pitch = Page.pt(type.pitch());
        for (int i = 0; i < block.count(); i++) {
            float top = Page.pt(y + i * type.pitch());
            float baseline = top + (pitch - (face.ascent() + face.descent()) * size) / 2 + face.ascent() * size;
            // the black box begins where other lines begin
            float inset = type.inverse() && type.align() == Align.START ? size * 0.4f : 0;
            List<Mark.Run> line = block.line(i, Page.pt(x) + inset, baseline, type.align(), type.inverse() ? 1 : 0);
            float left = line.stream().map(Mark.Run::x).min(Float::compare).orElse(Page.pt(x));
            if (type.inverse()) {
                marks.add(new Mark.Fill(
                        left - size * 0.4f, baseline - size * 1.02f, block.width(i) + size * 0.8f, size * 1.34f, 0));
            }
            marks.addAll(line);
            if (type.struck()) {
                float middle = baseline - size * 0.28f;
                marks.add(new Mark.Rule(left, middle, left + block.width(i), middle, size * 0.09f, 0));
            }
        }
        return marks;
    }
}

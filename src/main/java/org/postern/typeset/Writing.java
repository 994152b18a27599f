package org.postern.typeset;

import org.jspecify.annotations.Nullable;

/** The operators of text: as few as say where each glyph stands. */
final class Writing {
    private final float pageHeight;
    private final StringBuilder out;

    private @Nullable Face face;
    private float size;
    private float grey;
    private boolean inText;
    private boolean inArray;
    private boolean inString;
    /** Where the next glyph would stand by itself, and the baseline. */
    private double pen;

    private float baseline;

    /** @param out Latin-1: one char a byte, glyph codes as binary strings */
    Writing(float pageHeight, StringBuilder out) {
        this.pageHeight = pageHeight;
        this.out = out;
    }

    boolean begun() {
        return inText;
    }

    void begin() {
        if (!inText) {
            out.append("BT\n");
            inText = true;
            face = null;
            grey = Float.NaN;
        }
    }

    void end() {
        pause();
        if (inText) {
            out.append("ET\n");
            inText = false;
        }
    }

    /** Ends what is being shown, so that other operators may follow. */
    void pause() {
        endString();
        if (inArray) {
            out.append("]TJ\n");
            inArray = false;
        }
    }

    /** Words stand in the order in which they are read; inside one from right to left, glyphs stand as on paper. */
    void run(Mark.Run run, EmbeddedFont font) {
        select(run, font);
        Glyphs glyphs = run.glyphs();
        if (glyphs.rightToLeft) {
            reversed(run, font);
            return;
        }
        for (int from = 0; from < glyphs.gids.length; ) {
            int to = from + 1;
            while (to < glyphs.gids.length && glyphs.texts[to] == null) {
                to++;
            }
            cluster(run, font, from, to);
            from = to;
        }
    }

    /** As ISO 32000-1, 14.8.2.3.3 asks: readers turn such strings around. */
    private void reversed(Mark.Run run, EmbeddedFont font) {
        pause();
        out.append("/ReversedChars BMC\n");
        Glyphs glyphs = run.glyphs();
        for (int to = glyphs.gids.length; to > 0; ) {
            int from = to - 1;
            while (from > 0 && glyphs.texts[from] == null) {
                from--;
            }
            cluster(run, font, from, to);
            to = from;
        }
        pause();
        out.append("EMC\n");
    }

    private void select(Mark.Run run, EmbeddedFont font) {
        if (grey != run.grey()) {
            pause();
            PdfFile.number(out, run.grey());
            out.append(" g\n");
            grey = run.grey();
        }
        if (face != run.glyphs().face || size != run.size()) {
            pause();
            out.append('/').append(font.resourceName()).append(' ');
            PdfFile.number(out, run.size());
            out.append(" Tf\n");
            face = run.glyphs().face;
            size = run.size();
        }
    }

    /** Glyphs that are read as one text. */
    private void cluster(Mark.Run run, EmbeddedFont font, int from, int to) {
        String text = run.glyphs().texts[from];
        boolean several = to - from > 1 && text != null;
        if (several) {
            pause();
            out.append("/Span<</ActualText<FEFF")
                    .append(EmbeddedFont.utf16(text))
                    .append(">>>BDC\n");
        }
        for (int i = from; i < to; i++) {
            // a reader that does not know ActualText finds the cluster at its first glyph
            glyph(run, font, i, i > from || text == null ? "" : text);
        }
        if (several) {
            pause();
            out.append("EMC\n");
        }
    }

    private void glyph(Mark.Run run, EmbeddedFont font, int i, String text) {
        Glyphs glyphs = run.glyphs();
        double x = run.x() + glyphs.xs[i] * (double) run.size();
        float y = run.y() - glyphs.ys[i] * run.size();
        if (!inArray || y != baseline || Math.abs(x - pen) > 4 * run.size()) {
            pause();
            out.append("1 0 0 1 ");
            PdfFile.number(out, x);
            out.append(' ');
            PdfFile.number(out, pageHeight - y);
            out.append(" Tm\n[");
            inArray = true;
            pen = x;
            baseline = y;
        }
        long adjust = Math.round((pen - x) * 1000 / run.size());
        if (adjust != 0) {
            endString();
            out.append(adjust);
            pen -= adjust * run.size() / 1000d;
        }
        if (!inString) {
            out.append('(');
            inString = true;
        }
        int code = font.code(glyphs.gids[i], text);
        literal(code >> 8);
        literal(code & 0xFF);
        pen += font.width(glyphs.gids[i]) * run.size() / 1000;
    }

    private void literal(int value) {
        if (value == '\r') {
            out.append("\\r");
            return;
        }
        if (value == '(' || value == ')' || value == '\\') {
            out.append('\\');
        }
        out.append((char) value);
    }

    private void endString() {
        if (inString) {
            out.append(')');
            inString = false;
        }
    }
}

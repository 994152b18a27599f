package org.postern.typeset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.harfbuzz.HarfBuzz;
import org.lwjgl.util.harfbuzz.hb_glyph_info_t;
import org.lwjgl.util.harfbuzz.hb_glyph_position_t;

/** One font file: fontbox reads its tables, HarfBuzz shapes with it. Lengths in em. Immutable, shared by threads. */
final class Face {
    private final String name;
    private final TrueTypeFont ttf;
    private final CmapLookup cmap;
    private final int unitsPerEm;
    private final float ascent;
    private final float descent;
    private final float[] advances;
    /** HarfBuzz reads the file from here as long as the face lives. */
    private final ByteBuffer file;

    private final Map<Repertoire, FontProgram> programs = new ConcurrentHashMap<>();
    private final long hbFont;

    private Face(String name, TrueTypeFont ttf, ByteBuffer file) throws IOException {
        this.name = name;
        this.ttf = ttf;
        this.cmap = ttf.getUnicodeCmapLookup();
        this.unitsPerEm = ttf.getUnitsPerEm();
        this.ascent = ttf.getHorizontalHeader().getAscender() / (float) unitsPerEm;
        this.descent = -ttf.getHorizontalHeader().getDescender() / (float) unitsPerEm;
        this.advances = new float[ttf.getNumberOfGlyphs()];
        for (int glyph = 0; glyph < advances.length; glyph++) {
            advances[glyph] = ttf.getAdvanceWidth(glyph) / (float) unitsPerEm;
        }
        this.file = file;
        long blob = HarfBuzz.hb_blob_create(file, HarfBuzz.HB_MEMORY_MODE_READONLY, 0, null);
        long hbFace = HarfBuzz.hb_face_create(blob, 0);
        this.hbFont = HarfBuzz.hb_font_create(hbFace);
        HarfBuzz.hb_font_make_immutable(hbFont);
        HarfBuzz.hb_face_destroy(hbFace);
        HarfBuzz.hb_blob_destroy(blob);
    }

    /** Reads a font with TrueType outlines; {@code IOException} for anything else. */
    static Face read(String name, byte[] file) throws IOException {
        TrueTypeFont ttf = new TTFParser(true).parse(new RandomAccessReadBuffer(file));
        // fontbox's own substitution is many times slower than HarfBuzz, wrong for Arabic, and loses ligatures' text
        ttf.setEnableGsub(false);
        if (ttf.getTableMap().get("glyf") == null) {
            throw new IOException(name + " has no TrueType outlines");
        }
        return new Face(
                name, ttf, ByteBuffer.allocateDirect(file.length).put(file).flip());
    }

    String name() {
        return name;
    }

    TrueTypeFont ttf() {
        return ttf;
    }

    float ascent() {
        return ascent;
    }

    float descent() {
        return descent;
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    int glyphs() {
        return advances.length;
    }

    int glyph(int codePoint) {
        return cmap.getGlyphId(codePoint);
    }

    /** A glyph's own advance in em. */
    float advance(int glyph) {
        return advances[glyph];
    }

    ByteBuffer file() {
        return file;
    }

    /** Where a table begins in the file. */
    int table(String name) {
        return (int) Objects.requireNonNull(ttf.getTableMap().get(name), name).getOffset();
    }

    /** Whether {@code loca} has four bytes a glyph. */
    boolean longOffsets() {
        return file.getShort(table("head") + 50) != 0;
    }

    /** A font with these glyphs, and perhaps more. */
    FontProgram program(BitSet glyphs) {
        for (Repertoire repertoire : Repertoire.values()) {
            FontProgram shared = programs.computeIfAbsent(repertoire, key -> new FontProgram(this, key.glyphs(this)));
            if (shared.serves(glyphs)) {
                return shared;
            }
        }
        return new FontProgram(this, glyphs);
    }

    /**
     * Shapes one run of one script and direction. Never fails; characters without a glyph come back as glyph 0, joiners
     * and other characters without ink as a space of no width, so that they too read back.
     */
    Glyphs shape(String run, int script, String language, boolean rightToLeft) {
        long buffer = HarfBuzz.hb_buffer_create();
        ByteBuffer text = MemoryUtil.memUTF16(run, false);
        try {
            HarfBuzz.hb_buffer_set_cluster_level(buffer, HarfBuzz.HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
            HarfBuzz.hb_buffer_add_utf16(buffer, text, 0, run.length());
            HarfBuzz.hb_buffer_set_direction(
                    buffer, rightToLeft ? HarfBuzz.HB_DIRECTION_RTL : HarfBuzz.HB_DIRECTION_LTR);
            HarfBuzz.hb_buffer_set_script(buffer, Scripts.forHarfBuzz(script));
            HarfBuzz.hb_buffer_set_language(buffer, HarfBuzz.hb_language_from_string(language));
            HarfBuzz.hb_shape(hbFont, buffer, null);
            return read(run, buffer, rightToLeft);
        } finally {
            MemoryUtil.memFree(text);
            HarfBuzz.hb_buffer_destroy(buffer);
        }
    }

    /** HarfBuzz answers from left to right; {@link Glyphs} run in the order of the text, whatever its direction. */
    private Glyphs read(String run, long buffer, boolean rightToLeft) {
        hb_glyph_info_t.Buffer infos = HarfBuzz.hb_buffer_get_glyph_infos(buffer);
        hb_glyph_position_t.Buffer positions = HarfBuzz.hb_buffer_get_glyph_positions(buffer);
        int count = infos == null || positions == null ? 0 : infos.remaining();
        int[] gids = new int[count];
        int[] clusters = new int[count];
        float[] xs = new float[count];
        float[] ys = new float[count];
        float pen = 0;
        for (int i = 0; i < count; i++) {
            hb_glyph_info_t info = Objects.requireNonNull(infos).get(i);
            hb_glyph_position_t position = Objects.requireNonNull(positions).get(i);
            int after = rightToLeft ? i - 1 : i + 1;
            int end = after < 0 || after == count
                    ? run.length()
                    : infos.get(after).cluster();
            int at = rightToLeft ? count - 1 - i : i;
            clusters[at] = info.cluster();
            xs[at] = pen + position.x_offset() / (float) unitsPerEm;
            ys[at] = position.y_offset() / (float) unitsPerEm;
            if (steers(run, info.cluster(), end)) {
                gids[at] = glyph(' ');
                // readers sort by place: a hair to the left stands behind the letter before it
                xs[at] -= rightToLeft ? 0.01f : 0;
            } else {
                gids[at] = info.codepoint();
                pen += position.x_advance() / (float) unitsPerEm;
            }
        }
        return new Glyphs(this, run, gids, xs, ys, Clusters.texts(run, gids, clusters, rightToLeft), pen);
    }

    /** A joiner by itself: some fonts have a glyph for it, and draw that as a bar. */
    private static boolean steers(String run, int from, int to) {
        int codePoint = run.codePointAt(from);
        return to - from == Character.charCount(codePoint) && Scripts.ignorable(codePoint);
    }

    /** Whether every visible character of the text has a glyph, composed or decomposed. */
    boolean covers(CharSequence text, int from, int to) {
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(text, i);
            if (!Scripts.ignorable(codePoint) && glyph(codePoint) == 0 && !coversParts(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    private boolean coversParts(int codePoint) {
        List<Integer> parts = Scripts.decomposed(codePoint);
        return parts.size() > 1 && parts.stream().allMatch(part -> glyph(part) != 0);
    }
}

package org.postern.typeset;

import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.util.harfbuzz.HarfBuzz;

/**
 * What a look at a font file tells without reading the font.
 *
 * @param characters that it has, frozen; empty for a font that cannot be used
 * @param weight 400 for regular, 700 for bold
 * @param plain upright and neither narrow nor wide
 * @param refused why it cannot be used; empty if it can
 */
record Coverage(UnicodeSet characters, int weight, boolean plain, String refused) {
    private static final Set<String> COLOURED = Set.of("COLR", "CBDT", "SVG ", "sbix");
    /** No font has a character there, but those that have a box for every character. */
    private static final int NOBODYS = 0xD0000;

    /** A format of {@code cmap}. */
    private static final int MANY_TO_ONE = 13;

    private static final int REGULAR = 400;
    private static final int NORMAL_WIDTH = 5;

    static Coverage of(Sfnt font) throws IOException {
        if (!font.has("glyf") || !font.has("cmap")) {
            return refused("it has no TrueType outlines");
        }
        if (COLOURED.stream().anyMatch(font::has)) {
            return refused("its glyphs are coloured pictures");
        }
        ByteBuffer os2 = font.table("OS/2");
        boolean known = os2.limit() >= 64;
        if (known && !mayBeEmbedded(os2.getShort(8))) {
            return refused("its maker does not allow it to be embedded in part");
        }
        if (manyToOne(font.table("cmap"))) {
            return refused("it has one glyph for many characters");
        }
        UnicodeSet characters = characters(font.alone(Set.of("cmap", "maxp")));
        if (characters.contains(NOBODYS)) {
            return refused("it has a box for every character");
        }
        boolean upright = known && (os2.getShort(62) & 1) == 0;
        return new Coverage(
                characters, known ? os2.getShort(4) : REGULAR, upright && os2.getShort(6) == NORMAL_WIDTH, "");
    }

    static Coverage refused(String why) {
        return new Coverage(UnicodeSet.EMPTY, REGULAR, false, why);
    }

    /** OpenType's {@code fsType}: not restricted, in part, as outlines. */
    private static boolean mayBeEmbedded(short type) {
        return (type & 0xF) != 2 && (type & 0x300) == 0;
    }

    /** Only fonts of last resort have that: a box for whatever no other font has. */
    private static boolean manyToOne(ByteBuffer cmap) {
        for (int i = 0; cmap.limit() >= 4 && i < Short.toUnsignedInt(cmap.getShort(2)); i++) {
            int entry = 4 + 8 * i;
            int at = entry + 8 <= cmap.limit() ? cmap.getInt(entry + 4) : -1;
            if (at >= 0 && at <= cmap.limit() - 2 && cmap.getShort(at) == MANY_TO_ONE) {
                return true;
            }
        }
        return false;
    }

    /** HarfBuzz reads any file whatever is in it; a font of these two tables is enough for it. */
    private static UnicodeSet characters(byte[] cmapOnly) {
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(cmapOnly.length).put(cmapOnly).flip();
        long blob = HarfBuzz.hb_blob_create(bytes, HarfBuzz.HB_MEMORY_MODE_READONLY, 0, null);
        long face = HarfBuzz.hb_face_create(blob, 0);
        long set = HarfBuzz.hb_set_create();
        var characters = new UnicodeSet();
        try (MemoryStack stack = MemoryStack.stackPush()) {
            HarfBuzz.hb_face_collect_unicodes(face, set);
            var first = stack.ints(0);
            var last = stack.ints(HarfBuzz.HB_SET_VALUE_INVALID);
            while (HarfBuzz.hb_set_next_range(set, first, last)) {
                characters.add(first.get(0), last.get(0));
            }
        } finally {
            HarfBuzz.hb_set_destroy(set);
            HarfBuzz.hb_face_destroy(face);
            HarfBuzz.hb_blob_destroy(blob);
        }
        return characters.freeze();
    }

    /** Whether every visible character of the text has a glyph, composed or decomposed. */
    boolean covers(CharSequence text, int from, int to) {
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(text, i);
            if (!characters.contains(codePoint) && !Scripts.ignorable(codePoint) && !coversParts(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    private boolean coversParts(int codePoint) {
        var parts = Scripts.decomposed(codePoint);
        return parts.size() > 1 && parts.stream().allMatch(characters::contains);
    }
}

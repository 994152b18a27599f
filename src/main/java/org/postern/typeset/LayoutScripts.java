package org.postern.typeset;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Mends a font that was merged from several and has two sets of rules for one script, of which a shaper finds either: the
 * shipped Noto Sans has Bengali twice, and only the rules that came first know the glyphs of its letters.
 */
final class LayoutScripts {
    private static final int GSUB = 0x47535542;
    private static final int GPOS = 0x47504F53;
    private static final int ENTRY = 16;
    private static final int RECORD = 6;

    private LayoutScripts() {}

    /** The font itself, where each further record of a script now leads to the first one's rules. */
    static byte[] oneEach(byte[] font) {
        ByteBuffer bytes = ByteBuffer.wrap(font);
        for (int i = 0; i < Short.toUnsignedInt(bytes.getShort(4)); i++) {
            int entry = 12 + ENTRY * i;
            int tag = bytes.getInt(entry);
            if (tag == GSUB || tag == GPOS) {
                lead(bytes, bytes.getInt(entry + 8));
            }
        }
        return font;
    }

    private static void lead(ByteBuffer bytes, int table) {
        int list = table + Short.toUnsignedInt(bytes.getShort(table + 4));
        Map<Integer, Short> rules = new HashMap<>();
        for (int i = 0; i < Short.toUnsignedInt(bytes.getShort(list)); i++) {
            int record = list + 2 + RECORD * i;
            short offset = bytes.getShort(record + 4);
            bytes.putShort(record + 4, rules.merge(bytes.getInt(record), offset, (first, further) -> first));
        }
    }
}

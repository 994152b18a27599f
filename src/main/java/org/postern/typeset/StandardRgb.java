package org.postern.typeset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the greys and colours of a page mean: sRGB (IEC 61966-2-1), as the smallest ICC profile, version 4, that says it. */
final class StandardRgb {
    private static final int HEADER = 128;

    static final byte[] PROFILE = profile();

    private StandardRgb() {}

    private static byte[] profile() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text("sRGB"));
        tags.put("cprt", text("None"));
        // the primaries and the white as seen under D50, and how they came there from D65 (Bradford)
        tags.put("wtpt", numbers("XYZ ", 0.9642, 1, 0.8249));
        tags.put("chad", numbers("sf32", 1.0479, 0.0229, -0.0502, 0.0296, 0.9905, -0.0171, -0.0092, 0.0151, 0.7517));
        tags.put("rXYZ", numbers("XYZ ", 0.4361, 0.2225, 0.0139));
        tags.put("gXYZ", numbers("XYZ ", 0.3851, 0.7169, 0.0971));
        tags.put("bXYZ", numbers("XYZ ", 0.1431, 0.0606, 0.7141));
        tags.put("rTRC", curve());
        int at = HEADER + 4 + 12 * (tags.size() + 2);
        var table = ByteBuffer.allocate(at - HEADER).putInt(tags.size() + 2);
        var data = new ByteArrayOutputStream();
        for (var tag : tags.entrySet()) {
            entry(table, tag.getKey(), at + data.size(), tag.getValue().length);
            if (tag.getKey().equals("rTRC")) {
                // one curve for the three
                entry(table, "gTRC", at + data.size(), tag.getValue().length);
                entry(table, "bTRC", at + data.size(), tag.getValue().length);
            }
            data.writeBytes(tag.getValue());
        }
        return ByteBuffer.allocate(at + data.size())
                .put(header(at + data.size()))
                .put(table.array())
                .put(data.toByteArray())
                .array();
    }

    private static byte[] header(int size) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).putInt(size).putInt(0).putInt(0x0420_0000);
        header.put(ascii("mntrRGB XYZ "));
        // the day of the standard's first amendment: a profile must have one
        for (int part : new int[] {2003, 1, 1, 0, 0, 0}) {
            header.putShort((short) part);
        }
        header.put(ascii("acsp")).position(68);
        return header.put(numbers("", 0.9642, 1, 0.8249)).array();
    }

    private static void entry(ByteBuffer table, String name, int at, int length) {
        table.put(ascii(name)).putInt(at).putInt(length);
    }

    private static byte[] text(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(28 + letters.length)
                .put(ascii("mluc"))
                .putInt(4, 0)
                .putInt(8, 1)
                .putInt(12, 12)
                .position(16)
                .put(ascii("enUS"))
                .putInt(letters.length)
                .putInt(28)
                .put(letters)
                .array();
    }

    /** Type 3: a power, and a straight line near black. */
    private static byte[] curve() {
        byte[] values = numbers("", 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        return ByteBuffer.allocate(12 + values.length)
                .put(ascii("para"))
                .putInt(0)
                .putShort((short) 3)
                .putShort((short) 0)
                .put(values)
                .array();
    }

    /** Fixed-point numbers of 16 + 16 bits. */
    private static byte[] numbers(String type, double... values) {
        int head = type.isEmpty() ? 0 : 8;
        ByteBuffer bytes = ByteBuffer.allocate(head + 4 * values.length);
        bytes.put(ascii(type)).position(head);
        for (double value : values) {
            bytes.putInt((int) Math.round(value * 65536));
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

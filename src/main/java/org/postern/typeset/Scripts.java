package org.postern.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lwjgl.util.harfbuzz.HarfBuzz;

/** What Unicode says about characters. */
final class Scripts {
    private static final Set<Integer> JOINING = Set.of(
            UScript.ARABIC, UScript.SYRIAC, UScript.MONGOLIAN, UScript.NKO, UScript.MANDAIC, UScript.HANIFI_ROHINGYA);
    private static final Map<Integer, Integer> FOR_HARFBUZZ = new ConcurrentHashMap<>();

    private Scripts() {}

    /** The script of a character, or {@code current} for marks, digits and signs that every script shares. */
    static int following(int codePoint, int current) {
        if (codePoint < 0x80) {
            boolean letter = (codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z';
            return letter ? UScript.LATIN : current;
        }
        int script = UScript.getScript(codePoint);
        return script == UScript.COMMON || script == UScript.INHERITED ? current : script;
    }

    /** The first script of a text, or -1. */
    static int first(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int script = following(codePoint, -1);
            if (script >= 0 && script != UScript.UNKNOWN) {
                return script;
            }
            i += Character.charCount(codePoint);
        }
        return -1;
    }

    static int forHarfBuzz(int script) {
        return FOR_HARFBUZZ.computeIfAbsent(script, key -> HarfBuzz.hb_script_from_string(UScript.getShortName(key)));
    }

    /** Characters that steer the text and leave no ink: joiners, direction marks, variation selectors. */
    static boolean ignorable(int codePoint) {
        return codePoint >= 0xAD && UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /** Whether the letters of a script join, so that nothing may come between them. */
    static boolean joins(int script) {
        return JOINING.contains(script);
    }

    /** Chinese and Japanese characters and their signs: all as wide as they are high. */
    static boolean ideographic(int codePoint) {
        if (codePoint < 0x2E80 || (codePoint >= 0xAC00 && codePoint < 0xF900)) {
            return false;
        }
        if (codePoint <= 0x303F || (codePoint >= 0xFF01 && codePoint <= 0xFF60)) {
            return true;
        }
        int script = UScript.getScript(codePoint);
        return script == UScript.HAN
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA
                || script == UScript.BOPOMOFO
                || script == UScript.YI
                || codePoint == 0x30FC;
    }

    static boolean combines(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        return UCharacter.hasBinaryProperty(codePoint, UProperty.GRAPHEME_EXTEND)
                || UCharacter.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    static List<Integer> decomposed(int codePoint) {
        return decomposed(Character.toString(codePoint));
    }

    static List<Integer> decomposed(String text) {
        return Normalizer2.getNFDInstance().normalize(text).codePoints().boxed().toList();
    }

    /** The script that a font must know to have a character: its ISO 15924 code; empty for emoji and signs of all scripts. */
    static String code(int codePoint) {
        int script = UScript.getScript(codePoint);
        if (script == UScript.COMMON || script == UScript.INHERITED) {
            var users = new BitSet();
            UScript.getScriptExtensions(codePoint, users);
            boolean han = users.get(UScript.HAN);
            script = han ? UScript.HAN : users.cardinality() == 1 ? users.nextSetBit(0) : UScript.COMMON;
        }
        boolean shared = script == UScript.COMMON || script == UScript.INHERITED || script == UScript.UNKNOWN;
        return shared ? "" : UScript.getShortName(script);
    }

    /** The name of the Noto font that has a character: those have free licences and outlines that can be printed. */
    static String noto(int codePoint) {
        String code = code(codePoint);
        return switch (code) {
            case "" ->
                UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
                                || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI)
                        ? "Noto Emoji"
                        : "Noto Sans Symbols";
            case "Latn", "Cyrl", "Grek" -> "Noto Sans";
            case "Hani", "Bopo" -> "Noto Sans SC";
            case "Hira", "Kana" -> "Noto Sans JP";
            case "Hang" -> "Noto Sans KR";
            case "Tibt", "Ahom", "Dogr", "Tang", "Yezi", "Toto" -> "Noto Serif " + english(code);
            default -> "Noto Sans " + english(code);
        };
    }

    /** As English names a script of the given code. */
    static String english(String code) {
        return UScript.getName(UScript.getCodeFromName(code)).replace('_', ' ');
    }
}

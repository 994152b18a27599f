package org.postern.curate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text file of the demo, to be read and changed by anybody: lines {@code key: value}, a blank line, then text;
 * {@code == name} begins a further text.
 *
 * @param name the file's, without folder and ending: the slug of what it tells of
 * @param texts by name; the first has none
 */
record DemoFile(String name, Map<String, String> values, Map<String, String> texts) {
    private static final Pattern VALUE = Pattern.compile("([a-z-]+):\\s*(.*)");
    private static final Pattern SECTION = Pattern.compile("== ([a-z-]+)");

    /** @throws IllegalArgumentException naming the line that is neither a value nor text */
    static DemoFile parse(String name, String content) {
        List<String> lines = content.lines().toList();
        Map<String, String> values = new LinkedHashMap<>();
        int at = 0;
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
            Matcher value = VALUE.matcher(lines.get(at));
            if (!value.matches()) {
                throw new IllegalArgumentException(name + ", line " + (at + 1) + ": " + lines.get(at));
            }
            values.put(value.group(1), value.group(2).strip());
        }
        return new DemoFile(name, values, texts(lines.subList(at, lines.size())));
    }

    private static Map<String, String> texts(List<String> lines) {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        StringBuilder text = texts.computeIfAbsent("", first -> new StringBuilder());
        for (String line : lines) {
            Matcher section = SECTION.matcher(line);
            if (section.matches()) {
                text = texts.computeIfAbsent(section.group(1), next -> new StringBuilder());
            } else {
                text.append(line).append('\n');
            }
        }
        Map<String, String> stripped = new LinkedHashMap<>();
        texts.forEach((section, words) -> stripped.put(section, words.toString().strip()));
        return stripped;
    }

    /** @throws IllegalArgumentException if there is no such line */
    String value(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(name + " says no " + key);
        }
        return value;
    }

    Optional<String> maybe(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    int number(String key) {
        return Integer.parseInt(value(key));
    }

    <E extends Enum<E>> E one(Class<E> of, String key) {
        return Enum.valueOf(of, value(key).toUpperCase(Locale.ROOT));
    }

    boolean says(String key) {
        return "yes".equals(values.get(key));
    }

    /** @return the first text */
    String text() {
        return text("");
    }

    /** @return empty if there is none */
    String text(String section) {
        return texts.getOrDefault(section, "");
    }
}

package org.postern.typeset;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A text written to hurt and what must come of it; all of them run in a process of little memory. */
record HostileTexts(String name, Supplier<String> text, List<Finding.Kind> findings) {
    private static final List<HostileTexts> ALL = List.of(
            new HostileTexts("a million marks", () -> "a" + "\u0301".repeat(1_000_000), List.of(Finding.Kind.TOO_LONG)),
            new HostileTexts("marks", () -> "a" + "\u0301".repeat(59_000), List.of(Finding.Kind.TOO_MANY_MARKS)),
            new HostileTexts(
                    "nine marks",
                    () -> "a" + "\u0323\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a",
                    List.of(Finding.Kind.TOO_MANY_MARKS)),
            new HostileTexts("ten megabytes", () -> "Привет, ".repeat(700_000), List.of(Finding.Kind.TOO_LONG)),
            new HostileTexts(
                    "a hundred thousand line ends", () -> "\n".repeat(100_000), List.of(Finding.Kind.TOO_LONG)),
            new HostileTexts("line ends", () -> "\n".repeat(50_000), List.of(Finding.Kind.EMPTY)),
            new HostileTexts("spaces", () -> " \t\u00a0\u2003\u3000".repeat(9_000), List.of(Finding.Kind.EMPTY)),
            new HostileTexts("nothing to see", () -> "\u200b\u200d\u2060".repeat(9_000), List.of(Finding.Kind.EMPTY)),
            new HostileTexts("lines", () -> "я\n".repeat(29_000), List.of(Finding.Kind.TOO_MANY_PAGES)),
            new HostileTexts("half a pair", () -> "a\ud800b", List.of(Finding.Kind.NOT_TEXT)),
            new HostileTexts("private use", () -> "a\ue000b", List.of(Finding.Kind.NOT_TEXT)),
            new HostileTexts("not a character", () -> "a\ufffeb", List.of(Finding.Kind.NOT_TEXT)),
            new HostileTexts("not assigned", () -> "a\u0378b", List.of(Finding.Kind.NO_FONT)),
            new HostileTexts("turned", () -> "see \u202egnp.exe", List.of(Finding.Kind.NOT_TEXT)),
            new HostileTexts("embedded", () -> "\u202b\u2067".repeat(29_000) + "x", List.of()),
            new HostileTexts(
                    "a family",
                    () -> "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                    List.of(Finding.Kind.NO_FONT)),
            new HostileTexts("mixed alphabets", () -> "p\u0430ypal \u0440\u0430\u0443pal", List.of()),
            new HostileTexts("a drawing", () -> "  |\\_/|\t\n ( o.o )\n  > ^ <  ".repeat(40), List.of()),
            new HostileTexts(
                    "tags",
                    () -> "<script>alert(1)</script><svg/onload=x> ![a](http://x) ${7*7} {{7*7}} \u001b[31m %s%n"
                            .repeat(50),
                    List.of()),
            new HostileTexts("quotes", () -> ">".repeat(59_000), List.of(Finding.Kind.TOO_MANY_PAGES)),
            new HostileTexts("lists", () -> "- ".repeat(29_000) + "x", List.of()),
            new HostileTexts("items", () -> "1. a\n".repeat(11_000), List.of(Finding.Kind.TOO_MANY_PAGES)),
            new HostileTexts("soft hyphens", () -> "а\u00ad".repeat(29_000) + "я", List.of()),
            new HostileTexts("long word", () -> "преподавательница".repeat(3_000), List.of()),
            new HostileTexts("one letter", () -> "щ".repeat(59_000), List.of()),
            new HostileTexts(
                    "pictures that are not",
                    () -> "![a](photo)\n\n".repeat(4_000),
                    List.of(Finding.Kind.TOO_MANY_PAGES)),
            new HostileTexts("stars", () -> "*".repeat(59_000), List.of()),
            new HostileTexts("open emphasis", () -> "*a **b ".repeat(8_000), List.of()),
            new HostileTexts("brackets", () -> "[".repeat(59_000), List.of()),
            new HostileTexts("zero spaces", () -> "а\u200b".repeat(29_000), List.of()),
            new HostileTexts("joiners", () -> "ن\u200d\u200c".repeat(19_000), List.of()),
            new HostileTexts("turning words", () -> "abc אבג ".repeat(7_000), List.of()),
            new HostileTexts("stacked", () -> "က္က".repeat(19_000), List.of()),
            new HostileTexts("one long thai line", () -> "มนุษย์ทั้งหลายเกิดมามีอิสระ".repeat(2_000), List.of()));

    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Prints what went otherwise than expected, a name with what came and the milliseconds. */
    public static void main(String[] args) {
        // fonts are read once; the laws are about text
        for (HostileTexts hostile : ALL) {
            SampleLetters.set(SampleLetters.plain("ru", hostile.text.get().substring(0, 1) + "Щ ก က ن א 漢"));
        }
        var others = new ArrayList<String>();
        for (HostileTexts hostile : ALL) {
            String other = hostile.otherwise();
            if (!other.isEmpty()) {
                others.add(other);
            }
        }
        System.out.println("result " + others);
    }

    /** Of processor time: a busy machine is not a hostile text. */
    private String otherwise() {
        Manuscript manuscript = SampleLetters.plain("ru", text.get());
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Typesetting set = SampleLetters.set(manuscript);
        int bytes = set.findings().isEmpty() ? set.pdf().length : 0;
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        List<Finding.Kind> came =
                set.findings().stream().map(Finding::kind).distinct().toList();
        boolean expected = came.equals(findings) && took.compareTo(LONGEST) < 0 && (bytes > 0) == findings.isEmpty();
        return expected ? "" : name + " " + came + " " + took.toMillis() + " ms";
    }
}

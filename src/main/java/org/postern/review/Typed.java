package org.postern.review;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.letter.Advice;
import org.postern.letter.Advice.About;
import org.postern.letter.Advice.Passage;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.web.Form;

/**
 * What a reader has typed so far; each page of the letter shows it again, so that nothing is lost.
 *
 * @param passages advice beside a quote of the letter
 * @param because the coded reasons that are ticked beside a quote
 * @param more a passage to be blacked out that no flag names
 * @param refusal the code of the reason that is chosen; empty for none
 */
public record Typed(
        Set<About> about,
        String kind,
        String advice,
        Map<String, String> passages,
        Map<String, About> because,
        String refusal,
        String refusalWords,
        String more) {
    static final Typed NOTHING = new Typed(Set.of(), "", "", Map.of(), Map.of(), "", "", "");

    static Typed in(Form form) {
        Set<About> about = EnumSet.noneOf(About.class);
        Stream.of(About.values())
                .filter(one -> form.all("about").contains(one.name()))
                .forEach(about::add);
        List<String> quotes = form.all("quote");
        List<String> passages = form.all("passage");
        Map<String, String> beside = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(quotes.size(), passages.size()); i++) {
            beside.put(quotes.get(i), passages.get(i).strip());
        }
        Map<String, About> because = new LinkedHashMap<>();
        for (String ticked : form.all("because")) {
            String[] codeAndQuote = ticked.split(" ", 2);
            if (codeAndQuote.length == 2) {
                About.of(codeAndQuote[0]).ifPresent(code -> because.put(codeAndQuote[1], code));
            }
        }
        return new Typed(
                about,
                form.text("kind"),
                form.text("advice"),
                beside,
                because,
                form.text("refusal"),
                form.text("refusal-words"),
                form.text("black-more").strip());
    }

    /** @return advice beside quotes that no flag names any more, such as what was blacked out since */
    public Map<String, String> besideNoFlag(List<Flag> flags) {
        Map<String, String> left = new LinkedHashMap<>(passages);
        left.values().removeIf(String::isEmpty);
        flags.stream().map(Flag::quote).filter(Objects::nonNull).forEach(left::remove);
        return left;
    }

    Advice asAdvice() {
        List<Passage> beside = passages.entrySet().stream()
                .map(said -> new Passage(said.getKey(), because.get(said.getKey()), said.getValue()))
                .filter(passage -> passage.about() != null || !passage.words().isEmpty())
                .toList();
        return new Advice(kind, advice, about, beside);
    }

    Optional<Reason> reason() {
        return LetterState.REFUSED.reasons().stream()
                .filter(one -> one.name().equals(refusal))
                .findFirst();
    }

    /** @return all words, to copy from when the letter itself cannot be shown any more */
    String all() {
        Stream<String> beside = passages.entrySet().stream()
                .filter(said -> !said.getValue().isEmpty())
                .map(said -> "“" + said.getKey() + "”: " + said.getValue());
        return Stream.of(Stream.of(kind), beside, Stream.of(advice, refusalWords))
                .flatMap(Function.identity())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}

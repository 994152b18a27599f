package org.postern.review;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.letter.Advice;
import org.postern.letter.Advice.About;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.web.Form;

/**
 * What a reader has typed so far; each page of the letter shows it again, so that nothing is lost.
 *
 * @param passages advice beside a quote of the letter
 * @param refusal the code of the reason that is chosen; empty for none
 */
public record Typed(
        Set<About> about,
        String kind,
        String advice,
        Map<String, String> passages,
        String refusal,
        String refusalWords) {
    static final Typed NOTHING = new Typed(Set.of(), "", "", Map.of(), "", "");

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
        return new Typed(
                about,
                form.text("kind"),
                form.text("advice"),
                beside,
                form.text("refusal"),
                form.text("refusal-words"));
    }

    /** @return the advice in one text: a passage and what is said of it a line, then the rest */
    Advice asAdvice() {
        Stream<String> beside = passages.entrySet().stream()
                .filter(passage -> !passage.getValue().isEmpty())
                .map(passage -> "“" + passage.getKey() + "”: " + passage.getValue());
        return new Advice(
                kind,
                Stream.concat(beside, Stream.of(advice))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n")),
                about);
    }

    Optional<Reason> reason() {
        return LetterState.REFUSED.reasons().stream()
                .filter(one -> one.name().equals(refusal))
                .findFirst();
    }

    /** @return all words, to copy from when the letter itself cannot be shown any more */
    String all() {
        return Stream.of(kind, asAdvice().words(), refusalWords)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}

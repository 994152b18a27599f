package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postern.directory.Judged;
import org.postern.directory.Objection;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules;
import org.postern.directory.Rules.Inherited;
import org.postern.directory.Severity;
import org.postern.letter.Letter;
import org.postern.letter.Pages;
import org.postern.letter.Words;
import org.postern.site.PrintSites;
import org.postern.typeset.Finding;
import org.postern.typeset.Typesetting;

/** Sets a letter's words as they would be printed and asks the rules. */
@Dependent
class Proofs {
    private final Pages pages;
    private final RulePacks packs;
    private final PrintSites sites;

    @Inject
    public Proofs(Pages pages, RulePacks packs, PrintSites sites) {
        this.pages = pages;
        this.packs = packs;
        this.sites = sites;
    }

    /**
     * @param words to be printed: the writer's, or their translation
     * @param language BCP 47, of these words
     */
    public Proof of(Letter letter, Words words, String language, Recipient to) {
        Rules rules = packs.of(to);
        Typesetting typesetting = pages.set(pages.manuscript(
                words,
                language,
                to,
                day(letter),
                sites.all().stream()
                        .filter(site -> site.serves(to.country()))
                        .findFirst()
                        .orElse(null)));
        boolean translates = !rules.languages().contains(language);
        Judged judged = Judged.of(to, words.body(), language, typesetting.pages(), words.photo() == null ? 0 : 1);
        Stream<Flag> ofRules = rules.objectionsTo(judged).stream().map(objection -> flag(objection, judged, rules));
        // What stands in the way of the original's page is no matter where its translation is printed.
        List<Flag> flags = translates
                ? ofRules.map(Flag::softened).toList()
                : Stream.concat(
                                typesetting.findings().stream()
                                        .map(Proofs::flag)
                                        .distinct(),
                                ofRules)
                        .toList();
        return new Proof(
                typesetting,
                rules,
                translates,
                IntStream.range(0, flags.size())
                        .mapToObj(i -> flags.get(i).numbered(i + 1))
                        .toList());
    }

    /**
     * What a translation looks like on paper: with the original after it wherever the place lets so many pages in.
     *
     * @param into BCP 47, of the translation
     */
    Words translated(Letter letter, Words words, String text, String into, Recipient to) {
        Words both = words.translated(text, letter.language(), true);
        boolean fits =
                packs.of(to).letInOriginals() && !of(letter, both, into, to).stops();
        return !fits ? words.translated(text, letter.language(), false) : both;
    }

    /** @return the kind of sheet that the place takes now */
    String stationery(Recipient to) {
        return pages.stationery(to);
    }

    private static LocalDate day(Letter letter) {
        LocalDate written = letter.writtenOn();
        return written != null ? written : LocalDate.ofInstant(letter.stateSince(), ZoneOffset.UTC);
    }

    private static Flag flag(Finding finding) {
        String character = finding.character();
        return new Flag(
                0,
                Severity.BLOCKS,
                "finding." + finding.kind(),
                List.of(character, finding.detail(), finding.script()),
                character.isEmpty() ? null : character,
                "",
                null);
    }

    private static Flag flag(Objection objection, Judged judged, Rules rules) {
        Optional<Rule.Line> line = lineOf(objection, judged, rules);
        return new Flag(
                0,
                objection.severity(),
                objection.key(),
                objection.arguments(),
                objection.quote(),
                line.map(Rule.Line::source).orElse(""),
                line.map(Rule.Line::checkedOn).orElse(null));
    }

    private static Optional<Rule.Line> lineOf(Objection objection, Judged judged, Rules rules) {
        return rules.all().stream()
                .map(Inherited::line)
                .filter(line -> line.rule().objectionsTo(judged).contains(objection))
                .findFirst();
    }
}

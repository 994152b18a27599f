package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Judged;
import org.postern.directory.Objection;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.letter.Pages;
import org.postern.letter.WaysOut;
import org.postern.notice.MailAddress;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.typeset.Finding;
import org.postern.typeset.Manuscript;
import org.postern.typeset.Typesetting;
import org.postern.web.Settings;

/** Says everything at once that stands against a letter: what is missing, what cannot be printed, what a rule says. */
@ApplicationScoped
class Judge {
    private static final int BEFORE_A_SIGN = 24;
    /** So many signs that no font has are named one by one. */
    private static final int MOST_SIGNS = 3;

    @Inject
    private Pages pages;

    @Inject
    private RulePacks packs;

    @Inject
    private PrintSites sites;

    @Inject
    private WaysOut ways;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Judge() {}

    /**
     * A letter as it would be printed today, and what stands against it.
     *
     * @param seen the same for the writer's eye: what cannot be printed is blacked out in it, so that a page can be drawn
     * @param objections the gravest first
     */
    record Judgement(Typesetting set, Typesetting seen, List<Objection> objections) {
        /** @return whether the page that is shown has black blocks in place of characters */
        boolean marked() {
            return !set.findings().isEmpty() && seen.findings().isEmpty();
        }

        boolean mayBeSent() {
            return objections.stream().noneMatch(Objection::blocks);
        }

        /** @return without what concerns an address: a letter that was sent has left it behind */
        Judgement ofWordsAlone() {
            return new Judgement(
                    set,
                    seen,
                    objections.stream().filter(o -> !o.field().equals("email")).toList());
        }
    }

    Judgement of(Typed typed, Recipient to, @Nullable Objection ofThePhoto) {
        Manuscript manuscript = pages.manuscript(typed.words(), typed.language(), to, today(), site(to));
        Typesetting set = pages.set(manuscript);
        List<Objection> all = new ArrayList<>();
        if (ofThePhoto != null) {
            all.add(ofThePhoto);
        }
        missing(typed, all);
        all.addAll(Giveaways.in(typed.body()));
        found(set.findings(), typed, all);
        if (packs.of(to).allow(Rule.PostcardOnly.class)) {
            // The rule says the same in words about cards.
            all.removeIf(one -> one.key().equals("finding." + Finding.Kind.TOO_MANY_PAGES));
        }
        all.addAll(packs.of(to).objectionsTo(judged(typed, to, set.pages())));
        address(typed, all);
        MailDate.objectionTo(typed.notBefore(), today()).ifPresent(all::add);
        if (!to.acceptsLetters()) {
            all.add(Objection.blocks("body", "objection.not-now"));
        } else {
            WaysOut.Missing missing = ways.missing(to);
            if (missing != null) {
                all.add(Objection.warns("body", "objection." + missing.words()));
            }
        }
        all.sort(Comparator.comparing(Objection::severity));
        return new Judgement(set, set.findings().isEmpty() ? set : pages.marked(manuscript), all);
    }

    /** @return any site whose post reaches the country, to show the page as one of them prints it */
    @Nullable
    PrintSite site(Recipient to) {
        Optional<PrintSite> first =
                sites.all().stream().filter(site -> site.serves(to.country())).findFirst();
        return first.orElse(null);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private static void missing(Typed typed, List<Objection> all) {
        if (typed.body().isBlank()) {
            all.add(Objection.blocks("body", "objection.empty"));
        }
        if (typed.signedAs().isBlank()) {
            all.add(Objection.blocks("signedAs", "objection.unsigned"));
        }
    }

    private void address(Typed typed, List<Objection> all) {
        if (typed.email().isEmpty()) {
            if (!settings.lettersWithoutEmail()) {
                all.add(Objection.blocks("email", "objection.email.needed"));
            }
            return;
        }
        if (MailAddress.parse(typed.email()).isEmpty()) {
            all.add(Objection.blocks("email", "objection.email.unreadable"));
        }
    }

    private static Judged judged(Typed typed, Recipient to, int pages) {
        return Judged.of(to, typed.body(), typed.language(), pages, typed.photo() == null ? 0 : 1);
    }

    /** A letter in a script that we have no font for is told so in a few lines, not in fifty. */
    private static void found(List<Finding> findings, Typed typed, List<Objection> all) {
        List<Finding> missing =
                findings.stream().filter(f -> f.kind() == Finding.Kind.NO_FONT).toList();
        List<Finding> untold =
                missing.size() > MOST_SIGNS + 1 ? missing.subList(MOST_SIGNS, missing.size()) : List.of();
        findings.stream().filter(finding -> !untold.contains(finding)).forEach(finding -> said(finding, typed, all));
        if (!untold.isEmpty()) {
            all.add(Objection.blocks("body", "finding.NO_FONT.more", untold.size()));
        }
    }

    /** What the typesetter found in the writer's own fields; a fault of the address is not the writer's. */
    private static void said(Finding finding, Typed typed, List<Objection> all) {
        String field = finding.field().equals("signature") ? "signedAs" : finding.field();
        if (finding.kind() == Finding.Kind.EMPTY
                || !List.of("body", "signedAs", "photo").contains(field)) {
            return;
        }
        Objection objection = Objection.blocks(
                field, "finding." + finding.kind(), finding.character(), finding.detail(), finding.script());
        String text = field.equals("body") ? typed.body() : typed.signedAs();
        all.add(finding.offset() > 0 ? objection.about(before(text, finding.offset())) : objection);
    }

    /** @return the last whole words before a position, so that the writer finds it */
    private static String before(String text, int offset) {
        int end = Math.min(offset, text.length());
        String piece = text.substring(Math.max(0, end - BEFORE_A_SIGN), end);
        int line = piece.lastIndexOf('\n');
        piece = piece.substring(line + 1);
        int blank = end > BEFORE_A_SIGN && line < 0 ? piece.indexOf(' ') : -1;
        return piece.substring(blank + 1).strip();
    }
}

package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Judged;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules;
import org.postern.letter.Frozen;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.letter.Words;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.typeset.Envelope;
import org.postern.typeset.Paper;
import org.postern.typeset.Typesetting;

/**
 * Freezes a letter for the printer, or says why it must not be printed: what is set here is what was approved, on the
 * paper of the site, within the rules of the place.
 */
@ApplicationScoped
class Freezer {
    private static final Logger LOG = Logger.getLogger(Freezer.class.getName());

    private Letters letters;
    private Pages pages;
    private RulePacks packs;

    @SuppressWarnings("NullAway.Init")
    protected Freezer() {}

    @Inject
    Freezer(Letters letters, Pages pages, RulePacks packs) {
        this.letters = letters;
        this.pages = pages;
        this.packs = packs;
    }

    /** Why a letter stays out of a batch; words {@code print.trouble.<name>}. */
    enum Trouble {
        /** More pages on this site's paper than the place lets in. */
        TOO_LONG,
        /** A character without a face, an address beside the window. */
        NOT_PRINTABLE,
        /** The place does not let the language in any more. */
        LANGUAGE,
        /** Something else that the place's rules forbid by now. */
        RULES,
        /** The words, or the kind of sheet that the place takes, are not those that were approved. */
        NOT_AS_APPROVED,
        /** The words cannot be opened. */
        UNREADABLE
    }

    /** Either a frozen letter with its pages, or what troubles it. */
    record Outcome(
            @Nullable Frozen frozen,
            @Nullable Typesetting set,
            @Nullable Trouble trouble) {
        static Outcome no(Trouble trouble) {
            return new Outcome(null, null, trouble);
        }
    }

    /**
     * What is printed of a letter besides its words, by the directory and the site as they are: as long as these are
     * equal, what was frozen is true.
     */
    record Facts(Frozen.To to, List<String> address, String stationery, Rules rules, Site site) {
        /** @param windows the envelopes that the address must show through */
        record Site(
                Paper paper,
                @Nullable String inWindow,
                @Nullable String onEnvelope,
                List<Envelope> windows) {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Facts o
                    && to.equals(o.to)
                    && address.equals(o.address)
                    && stationery.equals(o.stationery)
                    && rules.all().equals(o.rules.all())
                    && site.equals(o.site);
        }

        @Override
        public int hashCode() {
            return address.hashCode();
        }
    }

    Facts facts(Recipient to, PrintSite site) {
        return new Facts(
                whom(to),
                pages.addressLines(to, site),
                pages.stationery(to, site),
                packs.of(to),
                new Facts.Site(site.paper(), site.lineInWindow(), site.lineOnEnvelope(), site.windows()));
    }

    Family family(Recipient to, PrintSite site) {
        return Pile.family(to, site, pages);
    }

    Outcome freeze(Letter letter, Recipient to, PrintSite site) {
        try {
            Optional<Words> words = letters.wordsToPrint(letter);
            if (words.isEmpty()) {
                return Outcome.no(Trouble.UNREADABLE);
            }
            if (!words.get().contentHash(pages.stationery(to)).equals(letter.contentHash())) {
                return Outcome.no(Trouble.NOT_AS_APPROVED);
            }
            if (!packs.of(to).languages().contains(letter.printLanguage())) {
                return Outcome.no(Trouble.LANGUAGE);
            }
            return set(letter, words.get(), to, site);
        } catch (RuntimeException e) {
            // One letter that cannot be opened must not keep the others from the post.
            LOG.log(Level.WARNING, "Letter " + letter.id() + " cannot be set", e);
            return Outcome.no(Trouble.UNREADABLE);
        }
    }

    private Outcome set(Letter letter, Words words, Recipient to, PrintSite site) {
        LocalDate day = Objects.requireNonNull(letter.writtenOn(), "an approved letter has a date");
        Pages.Fitted fitted = pages.fitted(words, letter.printLanguage(), to, day, site);
        Frozen.Outside outside = new Frozen.Outside(
                packs.of(to).allow(Rule.LabelsAllowed.class),
                packs.of(to).allow(Rule.CodesAllowed.class),
                site.lineOnEnvelope(),
                fitted.misfits().isEmpty() ? null : String.join("; ", fitted.misfits()),
                site.lineOnEnvelope() != null && letter.awaitsAnswer() && maySendOne(packs.of(to)));
        // Thawed again before it is set: what will be read from the batch is what is printed, byte by byte.
        Frozen frozen =
                Frozen.of(new Frozen(fitted.manuscript(), site.paper(), pages.isSample(), whom(to), outside).toBytes());
        Typesetting set = pages.set(frozen);
        if (!set.findings().isEmpty()) {
            return Outcome.no(Trouble.NOT_PRINTABLE);
        }
        if (packs.of(to).allow(Rule.ReturnAddressRequired.class)
                && site.senderOn(Family.of(fitted.manuscript().stationery())) == null) {
            return Outcome.no(Trouble.RULES);
        }
        if (set.pages() > packs.of(to).maxPages()) {
            return Outcome.no(Trouble.TOO_LONG);
        }
        int photos = words.photo() == null ? 0 : 1;
        if (packs.keepOut(to, Judged.of(to, words.body(), letter.printLanguage(), set.pages(), photos))) {
            return Outcome.no(Trouble.RULES);
        }
        return new Outcome(frozen, set, null);
    }

    private static boolean maySendOne(Rules rules) {
        return rules.allow(Rule.EnclosuresAllowed.class) && !rules.allow(Rule.PostcardOnly.class);
    }

    static Frozen.To whom(Recipient to) {
        Prisoner prisoner = to instanceof Prisoner p ? p : null;
        Integer year = prisoner == null ? null : prisoner.birthYear();
        return new Frozen.To(
                to.address().name(),
                to.latinName().spoken(),
                year == null ? null : year.toString(),
                prisoner == null ? null : prisoner.number(),
                to.facility().latin().name(),
                to.country(),
                to.language());
    }
}

package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Judged;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.typeset.Typesetting;

/**
 * Whether a letter that was approved may still be printed just as it was approved, by the rules of today, on the paper
 * of each site that might print it.
 */
@Dependent
public class StillPrintable {
    private static final Logger LOG = Logger.getLogger(StillPrintable.class.getName());

    private final Letters letters;
    private final Pages pages;
    private final RulePacks packs;
    private final PrintSites sites;

    @Inject
    public StillPrintable(Letters letters, Pages pages, RulePacks packs, PrintSites sites) {
        this.letters = letters;
        this.pages = pages;
        this.packs = packs;
        this.sites = sites;
    }

    /** What stands in the way; words {@code held.trouble.<name>}. */
    public enum Trouble {
        /** The words cannot be opened. */
        UNREADABLE,
        /** The place takes another kind of sheet than the one that was approved. */
        OTHER_SHEET,
        /** The place does not let the language in any more. */
        LANGUAGE,
        /** A character without a face, an address beside the window. */
        NOT_PRINTABLE,
        /** More pages or photos than the place lets in. */
        RULES
    }

    /** @return empty if nothing does */
    public Optional<Trouble> troubleOf(Letter letter, Recipient to) {
        try {
            return letters.wordsToPrint(letter)
                    .map(words -> trouble(letter, words, to))
                    .orElse(Optional.of(Trouble.UNREADABLE));
        } catch (RuntimeException e) {
            // One letter that cannot be opened must not keep the others.
            LOG.log(Level.WARNING, "Letter " + letter.id() + " cannot be set", e);
            return Optional.of(Trouble.UNREADABLE);
        }
    }

    private Optional<Trouble> trouble(Letter letter, Words words, Recipient to) {
        if (!words.contentHash(pages.stationery(to)).equals(letter.contentHash())) {
            return Optional.of(Trouble.OTHER_SHEET);
        }
        if (!packs.of(to).languages().contains(letter.printLanguage())) {
            return Optional.of(Trouble.LANGUAGE);
        }
        List<PrintSite> may =
                sites.all().stream().filter(site -> site.serves(to.country())).toList();
        return may.isEmpty()
                ? onSheet(letter, words, to, null)
                : may.stream()
                        .flatMap(site -> onSheet(letter, words, to, site).stream())
                        .findFirst();
    }

    private Optional<Trouble> onSheet(Letter letter, Words words, Recipient to, @Nullable PrintSite site) {
        LocalDate written = letter.writtenOn();
        LocalDate day = written != null ? written : LocalDate.ofInstant(letter.stateSince(), ZoneOffset.UTC);
        Typesetting set =
                pages.fitted(words, letter.printLanguage(), to, day, site).set();
        if (!set.findings().isEmpty()) {
            return Optional.of(Trouble.NOT_PRINTABLE);
        }
        Judged judged = Judged.of(to, words.body(), letter.printLanguage(), set.pages(), words.photo() == null ? 0 : 1);
        return packs.keepOut(to, judged) ? Optional.of(Trouble.RULES) : Optional.empty();
    }
}

package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postern.address.PostalLines;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules;
import org.postern.site.PrintSite;
import org.postern.typeset.Envelope;
import org.postern.typeset.Finding;
import org.postern.typeset.FontFolders;
import org.postern.typeset.Manuscript;
import org.postern.typeset.Misfit;
import org.postern.typeset.Photo;
import org.postern.typeset.PrintOptions;
import org.postern.typeset.Stationery;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Typesetting;
import org.postern.typeset.WindowCheck;

/**
 * A letter's pages: one call for the preview, for the reader and for the print, so that what is seen is what is
 * printed. Which stationery, whether a window, what stands in it, follows from the person's rules and the print site.
 */
@ApplicationScoped
public class Pages {
    /**
     * The family of sheets with the address in the envelope's window, only where the rules allow one; called by its first
     * layout, which also holds while nobody knows which site prints.
     */
    static final String WITH_WINDOW = "din5008b";

    /** No address on the sheet. */
    static final String PLAIN = "plain";

    /** The address on the card itself. */
    static final String POSTCARD = "postcard";

    private static final Set<Finding.Kind> NOT_IN_THE_WINDOW = EnumSet.of(
            Finding.Kind.ADDRESS_MISSING, Finding.Kind.ADDRESS_DOES_NOT_FIT, Finding.Kind.RETURN_LINE_DOES_NOT_FIT);

    private Typesetter typesetter;
    private PrintOptions options;
    private RulePacks packs;

    @SuppressWarnings("NullAway")
    protected Pages() {}

    @Inject
    public Pages(
            RulePacks packs,
            @ConfigProperty(name = "postern.demo") boolean demo,
            @ConfigProperty(name = "postern.fonts") Optional<String> fonts,
            @ConfigProperty(name = "postern.templates") Optional<String> templates) {
        this.packs = packs;
        this.options = demo ? PrintOptions.asSample() : PrintOptions.plain();
        this.typesetter = Typesetter.withFonts(
                FontFolders.parse(fonts.orElse("")), templates.map(Path::of).orElse(null));
    }

    /** @return the stationery family in which letters to this person are set; part of what a reader approves */
    public String stationery(Recipient to) {
        return stationery(packs.of(to));
    }

    /** @return the same, by the rules alone */
    static String stationery(Rules rules) {
        if (rules.allow(Rule.PostcardOnly.class)) {
            return POSTCARD;
        }
        return rules.allow(Rule.WindowAllowed.class) ? WITH_WINDOW : PLAIN;
    }

    /** @return the stationery itself: what fits the envelopes of the site that prints, within the family */
    public String stationery(Recipient to, @Nullable PrintSite from) {
        String family = stationery(to);
        return from == null || !family.equals(WITH_WINDOW) ? family : from.stationery();
    }

    /** @return how such a sheet lies in the envelopes of a site */
    public Stationery stationery(String name, @Nullable PrintSite from) {
        List<Envelope> windows = from == null || name.equals(POSTCARD) ? List.of() : from.windows();
        return typesetter.stationery(name).in(windows);
    }

    /**
     * A letter as one site prints it.
     *
     * @param misfits why its address cannot be in the site's windows, so that it is set without; empty where it is, or
     *     where nobody wanted it there
     */
    public record Fitted(Manuscript manuscript, Typesetting set, List<String> misfits) {}

    /** Sets a letter for the windows of a site, or without an address where that would be cut off or not be alone. */
    public Fitted fitted(Words words, String language, Recipient to, LocalDate date, @Nullable PrintSite from) {
        Manuscript manuscript = manuscript(words, language, to, date, from);
        Typesetting set = set(manuscript, from);
        List<String> misfits = misfits(manuscript, set, from);
        // A card without its address is no card: there it is a fault, which its findings tell.
        if (misfits.isEmpty() || manuscript.stationery().equals(POSTCARD)) {
            return new Fitted(manuscript, set, List.of());
        }
        Manuscript plain = manuscript.on(PLAIN);
        return new Fitted(plain, set(plain, from), misfits);
    }

    private List<String> misfits(Manuscript manuscript, Typesetting set, @Nullable PrintSite from) {
        Stationery stationery = stationery(manuscript.stationery(), from);
        if (stationery.window() == null) {
            return List.of();
        }
        List<String> outside = set.findings().stream()
                .filter(finding -> NOT_IN_THE_WINDOW.contains(finding.kind()))
                .map(finding -> finding.kind() + " " + finding.detail())
                .toList();
        return set.findings().isEmpty()
                ? WindowCheck.of(set, stationery).stream().map(Misfit::line).toList()
                : outside;
    }

    /**
     * @param language BCP 47, of the words
     * @param from the site that prints it, or any that serves the country while it is not yet known; null if none does
     */
    public Manuscript manuscript(Words words, String language, Recipient to, LocalDate date, @Nullable PrintSite from) {
        return new Manuscript(
                        stationery(to, from),
                        language,
                        date,
                        from == null ? null : from.lineInWindow(),
                        addressLines(to, from),
                        words.body(),
                        words.signedAs(),
                        photo(words),
                        reference(to))
                .translated(words.translated());
    }

    /** @return the address, country last in a language that the post of the site reads */
    public List<String> addressLines(Recipient to, @Nullable PrintSite from) {
        return PostalLines.of(
                to.address(), from == null ? "DE" : from.country(), from == null ? "en" : from.language());
    }

    public Typesetting set(Manuscript manuscript) {
        return typesetter.set(manuscript, options);
    }

    /** On the paper of the site that may print it; on A4 while none does. */
    public Typesetting set(Manuscript manuscript, @Nullable PrintSite from) {
        return from == null
                ? set(manuscript)
                : typesetter.set(manuscript, new PrintOptions(options.sample(), options.colour(), from.paper()));
    }

    /** Only to be looked at: black blocks stand for what cannot be printed. */
    public Typesetting marked(Manuscript manuscript) {
        return typesetter.marked(manuscript, options);
    }

    /** A letter as it entered a batch: the same pages whenever it is asked. */
    public Typesetting set(Frozen letter) {
        return typesetter.set(letter.manuscript(), new PrintOptions(letter.sample(), options.colour(), letter.paper()));
    }

    /** @return whether it has its address on itself, and no envelope */
    public static boolean isCard(Frozen letter) {
        return letter.manuscript().stationery().equals(POSTCARD);
    }

    public Typesetter typesetter() {
        return typesetter;
    }

    /** @return whether every page says that it is a sample */
    public boolean isSample() {
        return options.sample();
    }

    /** Where the number must stand on every page, as where mail is scanned; nothing else marks a prisoner's sheet. */
    private @Nullable String reference(Recipient to) {
        Rules rules = packs.of(to);
        return to instanceof Prisoner prisoner && rules.allow(Rule.NumberRequired.class) ? prisoner.number() : null;
    }

    private static @Nullable Photo photo(Words words) {
        byte[] jpeg = words.photo();
        if (jpeg == null) {
            return null;
        }
        try {
            return Photo.stored(jpeg);
        } catch (Photo.Unusable e) {
            throw new IllegalStateException("A photo that was taken in cannot be read again", e);
        }
    }
}

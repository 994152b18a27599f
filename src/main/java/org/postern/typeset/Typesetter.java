package org.postern.typeset;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way in: sets letters and sheets. One for an application: it keeps fonts and words it has shaped. Safe for threads.
 */
public final class Typesetter {
    /** Characters of a letter's words; longer ones are never set. */
    public static final int LONGEST_BODY = 60_000;

    /** Characters of a signature, or of one line of an address. */
    public static final int LONGEST_LINE = 200;

    private static final int MOST_PICTURES = 12;

    private final Shaper shaper;
    private final Stationeries stationeries;

    private Typesetter(Shaper shaper, Stationeries stationeries) {
        this.shaper = shaper;
        this.stationeries = stationeries;
    }

    /** As below; HarfBuzz is unpacked under the system property {@code postern.native}, {@code data/native} by default. */
    public static Typesetter withFonts(FontFolders fonts, @Nullable Path templatesOverlay) {
        return withFonts(fonts, templatesOverlay, Path.of(System.getProperty("postern.native", "data/native")));
    }

    /**
     * A typesetter with the shipped fonts and more; the machine's own are not asked.
     *
     * @param fontDirectories folders with more {@code *.ttf} and {@code *.ttc}, asked after the shipped ones
     * @param templatesOverlay a folder whose {@code stationery/<name>} comes before the shipped ones, or null
     * @param nativeDirectory where HarfBuzz's library is unpacked; made if missing
     */
    public static Typesetter withFonts(
            List<Path> fontDirectories, @Nullable Path templatesOverlay, Path nativeDirectory) {
        return withFonts(new FontFolders(fontDirectories, false), templatesOverlay, nativeDirectory);
    }

    /** The same, with the fonts of this machine too if they are wanted. */
    public static Typesetter withFonts(FontFolders folders, @Nullable Path templatesOverlay, Path nativeDirectory) {
        Natives.unpackInto(nativeDirectory);
        var fonts = Fonts.in(folders.own(), folders.system() ? FontFolders.ofThisMachine() : List.of());
        return new Typesetter(new Shaper(fonts), new Stationeries(templatesOverlay));
    }

    /**
     * Sets a letter. Never fails for what a writer typed: {@link Typesetting#findings} tells what is in the way.
     *
     * @throws IllegalArgumentException if the stationery's properties cannot be read or name a font that is not there
     */
    public Typesetting set(Manuscript manuscript, PrintOptions options) {
        Stationery stationery = stationeries.named(manuscript.stationery());
        if (stationery == null) {
            return refused(manuscript, Finding.Kind.UNKNOWN_STATIONERY, "stationery", manuscript.stationery());
        }
        if (!shaper.fonts().has(stationery.fontFamily())) {
            throw new IllegalArgumentException(
                    "stationery " + stationery.name() + ": no font family " + stationery.fontFamily());
        }
        var findings = new ArrayList<>(characters(manuscript, stationery));
        boolean boundless = findings.stream()
                .anyMatch(finding ->
                        finding.kind() == Finding.Kind.TOO_LONG || finding.kind() == Finding.Kind.TOO_MANY_MARKS);
        if (boundless) {
            return new Typesetting(About.letter(manuscript), List.of(), List.copyOf(findings), List.of());
        }
        if (Characters.unseen(manuscript.body())
                && manuscript.photo() == null
                && manuscript.pictures().isEmpty()) {
            findings.add(Finding.whole(Finding.Kind.EMPTY, "body", ""));
        }
        var address = new AddressField(manuscript, stationery, shaper);
        Stream.of(address.finding(), address.returnFinding()).forEach(finding -> {
            if (finding != null) {
                findings.add(finding);
            }
        });
        List<Page> pages = new LetterLayout(manuscript, options, stationery, shaper, address).pages();
        if (pages.size() > stationery.mostPages()) {
            findings.add(Finding.whole(Finding.Kind.TOO_MANY_PAGES, "body", "at most " + stationery.mostPages()));
        }
        return new Typesetting(About.letter(manuscript), pages, List.copyOf(findings), address.extents());
    }

    /**
     * The same letter, only to be looked at: a block of black stands for each character that cannot be printed, so that
     * its writer finds the place. What is printed is set by {@link #set}, and stopped by its findings.
     */
    public Typesetting marked(Manuscript manuscript, PrintOptions options) {
        Stationery stationery = stationeries.named(manuscript.stationery());
        if (stationery == null || manuscript.body().length() > LONGEST_BODY) {
            return set(manuscript, options);
        }
        var style = new FontStyle(stationery.fontFamily(), false, false);
        return set(
                manuscript.withWords(
                        Characters.marked(manuscript.body(), style, shaper.fonts()),
                        Characters.marked(manuscript.signature(), style, shaper.fonts())),
                options);
    }

    private static Typesetting refused(Manuscript manuscript, Finding.Kind kind, String field, String detail) {
        return new Typesetting(
                About.letter(manuscript), List.of(), List.of(Finding.whole(kind, field, detail)), List.of());
    }

    private List<Finding> characters(Manuscript manuscript, Stationery stationery) {
        var style = new FontStyle(stationery.fontFamily(), false, false);
        var findings = new ArrayList<Finding>();
        List<String> address = manuscript.addressLines();
        findings.addAll(check("body", manuscript.body(), LONGEST_BODY, style));
        Manuscript.Translated translated = manuscript.translated();
        if (translated != null) {
            findings.addAll(check("original", translated.original(), LONGEST_BODY, style));
        }
        findings.addAll(check("signature", manuscript.signature(), LONGEST_LINE, style));
        findings.addAll(check("returnLine", manuscript.returnLine(), LONGEST_LINE, style));
        findings.addAll(check("reference", manuscript.reference(), LONGEST_LINE, style));
        for (int i = 0; i < Math.min(address.size(), Stationery.ADDRESS_LINES); i++) {
            findings.addAll(check("addressLines[" + i + "]", address.get(i), LONGEST_LINE, style));
        }
        for (int i = 0; i < Math.min(manuscript.pictures().size(), MOST_PICTURES); i++) {
            String caption = manuscript.pictures().get(i).caption();
            findings.addAll(check("pictures[" + i + "]", caption, LONGEST_LINE, style));
        }
        if (manuscript.pictures().size() > MOST_PICTURES) {
            findings.add(Finding.whole(Finding.Kind.TOO_LONG, "pictures", "at most " + MOST_PICTURES));
        }
        return findings;
    }

    private List<Finding> check(String field, @Nullable String text, int longest, FontStyle style) {
        return text == null ? List.of() : Characters.findings(field, text, longest, style, shaper.fonts());
    }

    /** An empty sheet for covers, manifests, labels; one page to begin with. */
    public Sheet sheet(Paper paper, String language) {
        return sheet(paper.size(), language);
    }

    /** As above, of any size: envelopes, labels, pictures to share. */
    public Sheet sheet(PageSize size, String language) {
        return new Sheet(shaper, size, language);
    }

    /** Many letters and sheets in one PDF, written to the stream as they come. */
    public BatchPdf batch(OutputStream out) {
        return new BatchPdf(out, shaper);
    }

    /** The names of all stationeries at hand, sorted. */
    public List<String> stationeries() {
        return stationeries.names();
    }

    /**
     * How a stationery looks.
     *
     * @throws IllegalArgumentException if there is none of that name or its properties cannot be read
     */
    public Stationery stationery(String name) {
        Stationery stationery = stationeries.named(name);
        if (stationery == null) {
            throw new IllegalArgumentException("no stationery " + name);
        }
        return stationery;
    }
}

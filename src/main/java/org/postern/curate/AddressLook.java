package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.directory.Recipient;
import org.postern.letter.Pages;
import org.postern.letter.Words;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.typeset.Finding;
import org.postern.typeset.Misfit;
import org.postern.typeset.Stationery;
import org.postern.typeset.Typesetting;
import org.postern.typeset.Window;
import org.postern.typeset.WindowCheck;
import org.postern.typeset.WindowPicture;
import org.postern.web.Settings;

/** An address as it will be printed: by the same typesetter, from a site whose post goes there. */
@Dependent
public class AddressLook {
    private static final int DPI = 110;
    private static final Words NOTHING_YET = new Words("–", "–", null);

    private final Pages pages;
    private final PrintSites sites;
    private final Settings settings;
    private final Clock clock;

    @Inject
    AddressLook(Pages pages, PrintSites sites, Settings settings, Clock clock) {
        this.pages = pages;
        this.sites = sites;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What will stand on paper.
     *
     * @param from the city it is posted in; null while no post goes there
     * @param window whether it shows through the envelope, or is copied by hand
     * @param lines country last
     * @param hidden lines that the envelope may cut off while the sheet slides in it
     */
    public record Look(@Nullable String from, boolean window, List<String> lines, List<Misfit> hidden) {}

    Look of(Recipient to) {
        PrintSite from = from(to);
        Stationery stationery = stationery(to);
        Typesetting set = set(to);
        List<Misfit> misfits = set.findings().isEmpty() ? WindowCheck.of(set, stationery) : List.of();
        return new Look(
                from == null ? null : from.city(),
                window(to) != null,
                pages.addressLines(to, from),
                misfits.stream()
                        .filter(misfit -> misfit.kind() == Misfit.Kind.ADDRESS_HIDDEN)
                        .toList());
    }

    /** @return why the address cannot be printed, in the words of {@code finding.<KIND>}; the first for each line */
    List<Objection> objectionsTo(Recipient to, String field) {
        return set(to).findings().stream()
                .filter(finding ->
                        finding.field().startsWith("address") || finding.kind() == Finding.Kind.ADDRESS_DOES_NOT_FIT)
                .limit(1)
                .map(finding -> Objection.blocks(
                        field, "finding." + finding.kind(), finding.character(), finding.detail(), finding.script()))
                .toList();
    }

    /** @return a PNG of what shows through the window; empty where there is none, or the address does not fit */
    Optional<byte[]> picture(Recipient to) {
        Stationery stationery = stationery(to);
        Typesetting set = set(to);
        return window(to) == null || !set.findings().isEmpty()
                ? Optional.empty()
                : Optional.of(WindowPicture.detail(set, stationery, DPI));
    }

    private @Nullable Window window(Recipient to) {
        return stationery(to).window();
    }

    private Stationery stationery(Recipient to) {
        return pages.stationery(pages.stationery(to, from(to)), from(to));
    }

    private Typesetting set(Recipient to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return pages.set(pages.manuscript(NOTHING_YET, "en", to, today, from(to)), from(to));
    }

    private @Nullable PrintSite from(Recipient to) {
        Optional<PrintSite> first =
                sites.all().stream().filter(site -> site.serves(to.country())).findFirst();
        return first.orElse(null);
    }
}

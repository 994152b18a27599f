package org.postern.site;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.typeset.Envelope;
import org.postern.typeset.StockEnvelope;

/** What a site prints on and with, as far as it decides how a batch's files look; words {@code print.supply.<name>}. */
public enum Supply {
    /** Size, weight, and the sheet for its windows. */
    PAPER,
    /** The line of the return address, and where it stands. */
    SENDER,
    /** Those at hand, and their measures. */
    ENVELOPES;

    /** @return of all kinds, a line each, so that what was can be laid beside what is */
    public static String of(PrintSite site) {
        return Arrays.stream(values()).map(one -> one.at(site)).collect(Collectors.joining("\n"));
    }

    /** @return the kinds that are other ones at the site than they were */
    public static Set<Supply> changed(String before, PrintSite site) {
        Set<String> then = before.lines().collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(one -> !then.contains(one.at(site)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Supply.class)));
    }

    private String at(PrintSite site) {
        return this + " " + what(site);
    }

    private String what(PrintSite site) {
        return switch (this) {
            case PAPER -> site.paper() + " " + site.paperGsm() + " " + site.stationery();
            case SENDER -> flat(site.lineInWindow()) + " | " + flat(site.lineOnEnvelope());
            case ENVELOPES -> site.envelopes().stream().map(Supply::measures).collect(Collectors.joining("; "));
        };
    }

    private static String measures(StockEnvelope one) {
        Envelope it = one.envelope();
        return flat(one.code()) + " " + it.width() + " × " + it.height() + " window " + it.left() + " " + it.bottom()
                + " " + it.windowWidth() + " × " + it.windowHeight() + " folds " + it.folds() + " " + one.grams()
                + " g";
    }

    private static String flat(@Nullable String text) {
        return Objects.requireNonNullElse(text, "-").replace('\n', ' ').replace('\r', ' ');
    }
}

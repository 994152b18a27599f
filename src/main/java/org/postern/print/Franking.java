package org.postern.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Batch;
import org.postern.letter.Frozen;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.site.Stamp;
import org.postern.site.Weight;
import org.postern.typeset.Paper;
import org.postern.typeset.PrintOptions;
import org.postern.typeset.StockEnvelope;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Typesetting;

/**
 * What letters weigh and cost: worked out from the site's paper, its first envelope of each kind and its prices. Without a
 * price it says so and never counts it as nothing.
 *
 * @param day whose prices are asked for
 */
record Franking(PrintSite site, LocalDate day) {
    /** Two lines and the name under them: the name never stands alone, so it takes lines along. */
    private static final int FEW_LINES = 3;

    /** With the prices of the day of its claim: the same batch costs the same whenever its cover is drawn. */
    static Franking of(Batch batch) {
        return new Franking(
                batch.site(),
                LocalDate.ofInstant(batch.claimedAt(), batch.site().zone()));
    }

    /** @return grams, to a tenth */
    double grams(Piece piece) {
        return grams(piece, piece.sheets());
    }

    private double grams(Piece piece, int sheets) {
        boolean card = isCard(piece);
        Paper paper = card ? Paper.A6 : piece.frozen().paper();
        double envelope =
                card ? 0 : envelope(!piece.isPlain()).map(StockEnvelope::grams).orElse(0d);
        return Math.round(Weight.of(sheets, paper, site.paperGsm(), envelope, enclosed(piece)) * 10) / 10d;
    }

    /** A sheet for the answer and the envelope for it, where both are enclosed. */
    private double enclosed(Piece piece) {
        Frozen.Outside outside = piece.frozen().outside();
        return outside.reply() && outside.sender() != null
                ? Weight.of(
                        1,
                        site.paper(),
                        site.paperGsm(),
                        SetFiles.forAnswers(site).map(StockEnvelope::grams).orElse(0d),
                        0)
                : 0;
    }

    private static boolean isCard(Piece piece) {
        return piece.frozen().manuscript().stationery().equals("postcard");
    }

    /** @return what such letters are put in here; empty if the site has none */
    Optional<StockEnvelope> envelope(boolean window) {
        return site.envelopes().stream()
                .filter(one -> one.envelope().hasWindow() == window)
                .findFirst();
    }

    /** @return empty without a price for it on that day */
    Optional<Stamp> stamp(Piece piece) {
        return stamp(piece, piece.sheets());
    }

    private Optional<Stamp> stamp(Piece piece, int sheets) {
        return site.postageTo(piece.frozen().to().country(), day)
                .flatMap(table -> table.stampFor(grams(piece, sheets)));
    }

    /**
     * What letters that are not set yet will want.
     *
     * @param postage by currency, in its smallest unit; only of those that have a price
     * @param unpriced countries, ISO 3166 alpha-2, to which no price is known
     */
    record About(SortedMap<String, Long> postage, List<String> unpriced) {}

    /** @param sheets of paper that a letter is thought to have */
    About about(Ready.Group group, int sheets) {
        boolean card = group.family() == Family.POSTCARD;
        double envelope = card
                ? 0
                : envelope(group.family() == Family.WINDOW)
                        .map(StockEnvelope::grams)
                        .orElse(0d);
        double grams = Weight.of(sheets, card ? Paper.A6 : site.paper(), site.paperGsm(), envelope, 0);
        SortedMap<String, Long> postage = new TreeMap<>();
        List<String> unpriced = new ArrayList<>();
        group.byCountry()
                .forEach((country, letters) -> site.postageTo(country, day)
                        .flatMap(table -> table.stampFor(grams))
                        .ifPresentOrElse(
                                stamp -> postage.merge(stamp.currency(), stamp.price() * letters, Long::sum),
                                () -> unpriced.add(country)));
        return new About(postage, unpriced);
    }

    /** @return whether its last sheet holds two lines at most, and a cheaper stamp would do without it */
    boolean fewLinesCost(Piece piece, Typesetter typesetter) {
        Optional<Stamp> less = piece.sheets() > 1 ? stamp(piece, piece.sheets() - 1) : Optional.empty();
        boolean cheaper = less.isPresent()
                && stamp(piece).filter(now -> now.price() > less.get().price()).isPresent();
        if (!cheaper) {
            return false;
        }
        Frozen letter = piece.frozen();
        Typesetting set = typesetter.set(letter.manuscript(), new PrintOptions(letter.sample(), false, letter.paper()));
        return set.pages() % 2 == 1 && set.linesOnLastPage() <= FEW_LINES;
    }

    /**
     * Letters one after the other that look and weigh the same.
     *
     * @param stamp null without a price
     */
    record Run(
            int sheets,
            int first,
            int last,
            double grams,
            @Nullable Stamp stamp) {
        int letters() {
            return last - first + 1;
        }

        String nos() {
            return last > first ? first + "–" + last : String.valueOf(first);
        }

        private boolean goesOn(Run next) {
            return sheets == next.sheets
                    && grams == next.grams
                    && Objects.equals(stamp, next.stamp)
                    && last + 1 == next.first;
        }

        private Run to(Run next) {
            return new Run(sheets, first, next.last, grams, stamp);
        }
    }

    /** @return in the order of the stack */
    List<Run> runs(List<Piece> stack) {
        List<Run> runs = new ArrayList<>();
        for (Piece piece : stack) {
            Run one = new Run(
                    piece.sheets(),
                    piece.no(),
                    piece.no(),
                    grams(piece),
                    stamp(piece).orElse(null));
            Run before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (before != null && before.goesOn(one)) {
                runs.set(runs.size() - 1, before.to(one));
            } else {
                runs.add(one);
            }
        }
        return runs;
    }

    /** @return the stamps of all, by currency; empty if one of them has no price */
    Optional<String> together(Collection<Piece> pieces, Locale locale) {
        Map<String, Long> sums = new TreeMap<>();
        for (Piece piece : pieces) {
            Optional<Stamp> stamp = stamp(piece);
            if (stamp.isEmpty()) {
                return Optional.empty();
            }
            sums.merge(stamp.get().currency(), stamp.get().price(), Long::sum);
        }
        return Optional.of(sums.entrySet().stream()
                .map(sum -> Stamp.money(sum.getValue(), sum.getKey(), locale))
                .collect(Collectors.joining(" + ")));
    }

    /** @return pieces that have no price, by country */
    Map<String, List<Piece>> withoutPrice(Collection<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> stamp(piece).isEmpty())
                .collect(Collectors.groupingBy(
                        piece -> piece.frozen().to().country(), TreeMap::new, Collectors.toList()));
    }
}

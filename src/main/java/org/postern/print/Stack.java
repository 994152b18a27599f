package org.postern.print;

import com.ibm.icu.util.ULocale;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Batch;
import org.postern.site.Family;
import org.postern.web.Messages;

/**
 * What cover and lists of a batch say; only what never changes after the claim, so that they can be drawn again.
 *
 * @param window whether the envelopes have one
 * @param link to the batch's page at the desk
 */
record Stack(Batch batch, List<Piece> pieces, boolean window, String link) {
    // Of the desk; the site's language once there are words in it.
    static final Locale WORDS = Locale.ENGLISH;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", WORDS);

    static String t(String key, @Nullable Object... arguments) {
        return Messages.say(WORDS, key, arguments);
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", WORDS);

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** @return to a tenth of a gram where it is not whole */
    static String grams(double grams) {
        NumberFormat number = NumberFormat.getNumberInstance(WORDS);
        number.setMaximumFractionDigits(1);
        return t("paper.grams", number.format(grams));
    }

    static String country(String iso2) {
        return ULocale.getDisplayCountry("und-" + iso2, ULocale.forLocale(WORDS));
    }

    /** @return whether it is cards, which are neither folded nor put into anything */
    boolean cards() {
        return batch.family() == Family.POSTCARD;
    }

    String name() {
        return batch.name();
    }

    String city() {
        return batch.site().city();
    }

    boolean sample() {
        return pieces.get(0).frozen().sample();
    }

    String claimedAt() {
        return moment(batch.claimedAt());
    }

    /** The first deadline: what was added later stands at the desk. */
    String until() {
        return moment(batch.firstUntil());
    }

    private String moment(Instant instant) {
        ZoneId zone = batch.site().zone();
        return MOMENT.format(ZonedDateTime.ofInstant(instant, zone));
    }

    int sheets() {
        return pieces.stream().mapToInt(Piece::sheets).sum();
    }

    /** Letters to one place. */
    record PlaceLine(String country, String place, int letters, int sheets) {
        PlaceLine and(PlaceLine other) {
            return new PlaceLine(country, place, letters + other.letters, sheets + other.sheets);
        }
    }

    List<PlaceLine> places() {
        Map<String, PlaceLine> places = new java.util.TreeMap<>();
        for (Piece piece : pieces) {
            String place = piece.frozen().to().place();
            String country = piece.frozen().to().country();
            places.merge(place, new PlaceLine(country, place, 1, piece.sheets()), PlaceLine::and);
        }
        return List.copyOf(places.values());
    }

    /** Letters of the same thickness, one after the other. */
    record Run(int sheets, int first, int last) {
        int letters() {
            return last - first + 1;
        }

        String nos() {
            return last > first ? first + "–" + last : String.valueOf(first);
        }
    }

    List<Run> runs() {
        Map<Integer, Run> runs = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            runs.merge(
                    piece.sheets(),
                    new Run(piece.sheets(), piece.no(), piece.no()),
                    (run, one) -> new Run(run.sheets(), run.first(), one.last()));
        }
        return new ArrayList<>(runs.values());
    }
}

package org.postern.post;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.vault.PieceCode;
import org.postern.web.Form;

/**
 * What stays from scan to scan; it travels in the page's own address.
 *
 * @param day on which letters go into the post box
 * @param place where; empty: the site's town
 * @param just codes of the last few letters, newest first
 */
public record Kept(Mode mode, LocalDate day, String place, List<PieceCode> just) {
    private static final int LONGEST_PLACE = 80;
    private static final int OLDEST_DAYS = 30;
    private static final int REMEMBERED = 4;

    static Kept of(Form form, LocalDate today) {
        return of(form.text("mode"), form.text("day"), form.text("place"), form.text("just"), today);
    }

    static Kept of(String mode, String day, String place, String just, LocalDate today) {
        String oneLine = place.replaceAll("\\p{C}", "").strip();
        return new Kept(
                Mode.of(mode),
                day(day, today),
                oneLine.length() > LONGEST_PLACE ? oneLine.substring(0, LONGEST_PLACE) : oneLine,
                Stream.of(just.split(",", -1))
                        .flatMap(code -> PieceCode.parse(code).stream())
                        .limit(REMEMBERED)
                        .toList());
    }

    /** Today, or a day of the last few weeks. */
    private static LocalDate day(String typed, LocalDate today) {
        try {
            LocalDate day = typed.isEmpty() ? today : LocalDate.parse(typed);
            return day.isAfter(today) || day.isBefore(today.minusDays(OLDEST_DAYS)) ? today : day;
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    Kept remember(Collection<PieceCode> codes) {
        List<PieceCode> latest = Stream.concat(codes.stream(), just.stream())
                .distinct()
                .limit(REMEMBERED)
                .toList();
        return new Kept(mode, day, place, latest);
    }

    Kept in(Mode other) {
        return new Kept(other, day, place, just);
    }

    /** @return for a link's address */
    String query(LocalDate today) {
        return "mode=" + mode.word()
                + (day.equals(today) ? "" : "&day=" + day)
                + (place.isEmpty() ? "" : "&place=" + URLEncoder.encode(place, StandardCharsets.UTF_8))
                + (just.isEmpty() ? "" : "&just=" + justText());
    }

    public String justText() {
        return just.stream().map(PieceCode::symbols).collect(Collectors.joining(","));
    }
}

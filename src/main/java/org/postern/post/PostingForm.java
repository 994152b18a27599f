package org.postern.post;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postern.letter.ByPost.Paid;
import org.postern.post.MarkPosted.Said;
import org.postern.web.Form;

/**
 * What stands beside the button: {@code on} (empty: today), {@code place} (empty: the site's city), {@code paid} in {@code
 * currency}, and {@code tracking}, a line each of a stack number and what the post gave.
 */
final class PostingForm {
    private static final int LONGEST_PLACE = 80;
    private static final Pattern TRACKED = Pattern.compile("\\s*([0-9]{1,4})[\\s:;,]+([\\p{Alnum} -]{4,40}?)\\s*");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,7}([.,][0-9]{1,3})?");

    private PostingForm() {}

    /** @return empty if a day, an amount or a tracking number cannot be read */
    static Optional<Said> read(Form form) {
        return read(
                form.text("on"), form.text("place"), form.text("tracking"), form.text("paid"), form.text("currency"));
    }

    static Optional<Said> read(String on, String place, String tracking, String paid, String currency) {
        Map<Integer, String> numbers = new HashMap<>();
        for (String line : tracking.split("\n", -1)) {
            Matcher tracked = TRACKED.matcher(line);
            if (tracked.matches()) {
                numbers.put(Integer.valueOf(tracked.group(1)), tracked.group(2));
            } else if (!line.isBlank()) {
                return Optional.empty();
            }
        }
        String oneLine = place.replaceAll("\\p{C}", "").strip();
        try {
            return Optional.of(new Said(
                    day(on),
                    oneLine.length() > LONGEST_PLACE ? oneLine.substring(0, LONGEST_PLACE) : oneLine,
                    numbers,
                    paid(paid, currency)));
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate day(String typed) {
        return typed.isEmpty() ? null : LocalDate.parse(typed);
    }

    /** @throws IllegalArgumentException if it is no amount, or no currency */
    private static @Nullable Paid paid(String typed, String currency) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(typed).matches()) {
            throw new IllegalArgumentException("Not an amount");
        }
        Currency in = Currency.getInstance(currency);
        BigDecimal amount = new BigDecimal(typed.replace(',', '.'));
        return new Paid(amount.movePointRight(in.getDefaultFractionDigits()).longValueExact(), in.getCurrencyCode());
    }
}

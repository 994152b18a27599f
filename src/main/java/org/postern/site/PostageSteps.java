package org.postern.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The steps of a list of prices, as people type them: {@code 20 1.25} a line, up to so many grams for so much. Each is
 * heavier than the one before and does not cost less.
 */
public record PostageSteps(List<Stamp> stamps) {

    /** Steps, or the number of the first line that is none, from 1; 0 where there is no line at all. */
    public record Read(Optional<PostageSteps> steps, int wrongLine) {}

    /**
     * Reads what was typed.
     *
     * @param currency ISO 4217, known
     */
    public static Read read(String typed, String currency) {
        int digits = Stamp.digits(Currency.getInstance(currency));
        List<Stamp> stamps = new ArrayList<>();
        List<String> lines = typed.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            Optional<Stamp> stamp = stamp(line, digits, currency);
            Stamp before = stamps.isEmpty() ? new Stamp(0, 1, currency) : stamps.get(stamps.size() - 1);
            // A heavier letter for less, or a letter for nothing, is a slip of the pen.
            if (stamp.filter(one -> one.upToGrams() > before.upToGrams() && one.price() >= before.price())
                    .isEmpty()) {
                return new Read(Optional.empty(), i + 1);
            }
            stamps.add(stamp.get());
        }
        return stamps.isEmpty()
                ? new Read(Optional.empty(), 0)
                : new Read(Optional.of(new PostageSteps(List.copyOf(stamps))), 0);
    }

    private static Optional<Stamp> stamp(String line, int digits, String currency) {
        if (!line.matches("[0-9]{1,5}\\s+[0-9]{1,7}([.,][0-9]{1,3})?")) {
            return Optional.empty();
        }
        String[] parts = line.split("\\s+", -1);
        BigDecimal price = new BigDecimal(parts[1].replace(',', '.')).stripTrailingZeros();
        return price.scale() > digits
                ? Optional.empty()
                : Optional.of(new Stamp(
                        Integer.parseInt(parts[0]), price.movePointRight(digits).longValueExact(), currency));
    }

    /** @return as {@link #read} takes it */
    public String typed() {
        return stamps.stream()
                .map(one -> one.upToGrams() + " "
                        + BigDecimal.valueOf(one.price(), Stamp.digits(Currency.getInstance(one.currency())))
                                .toPlainString())
                .collect(Collectors.joining("\n"));
    }
}

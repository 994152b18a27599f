package org.postern.print;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postern.letter.BatchLine;
import org.postern.letter.Frozen;
import org.postern.site.Stamp;
import org.postern.web.Csv;

/**
 * The manifest for a spreadsheet. Such files survive on laptops: whom a letter goes to stands in it as initials, who signed it
 * not at all.
 */
final class ManifestCsv {
    private ManifestCsv() {}

    /** @return columns in English, a line a letter in stack order; prices in whole units, empty where none is known */
    static byte[] of(Stack stack) {
        Franking franking = Franking.of(stack.batch());
        Map<Integer, BatchLine> lines = stack.batch().lines().stream()
                .filter(line -> line.stackNo() > 0)
                .collect(Collectors.toMap(BatchLine::stackNo, line -> line));
        Csv csv = new Csv(
                "no", "code", "to", "place", "country", "sheets", "grams", "stamp", "currency", "copy", "remove");
        for (Piece piece : stack.pieces()) {
            Frozen.To to = piece.frozen().to();
            Optional<Stamp> stamp = franking.stamp(piece);
            BatchLine line = lines.get(piece.no());
            csv.row(
                    piece.no(),
                    piece.code().text(),
                    initials(to.latinName()),
                    to.place(),
                    to.country(),
                    piece.sheets(),
                    BigDecimal.valueOf(franking.grams(piece))
                            .stripTrailingZeros()
                            .toPlainString(),
                    stamp.map(ManifestCsv::price).orElse(null),
                    stamp.map(Stamp::currency).orElse(null),
                    line == null ? 1 : line.copy(),
                    line != null && SetFiles.isTakenBack(line) ? "yes" : "");
        }
        return csv.bytes();
    }

    private static String price(Stamp stamp) {
        int digits = Math.max(0, Currency.getInstance(stamp.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(stamp.price(), digits).toPlainString();
    }

    /** @return such as {@code T. L.} */
    static String initials(String name) {
        return Arrays.stream(name.strip().split("[\\s\\p{Pd}]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .map(word -> Character.toString(word.codePoints()
                                .filter(Character::isLetter)
                                .findFirst()
                                .orElseThrow())
                        + ".")
                .collect(Collectors.joining(" "));
    }
}

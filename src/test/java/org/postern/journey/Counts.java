package org.postern.journey;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Adds up a column of the organisers' files. */
final class Counts {
    private Counts() {}

    static long sum(String csv, String column) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .mapToLong(row -> number(row, column))
                .sum();
    }

    private static long number(NamedCsvRecord row, String column) {
        return row.findField(column)
                .filter(text -> !text.isEmpty())
                .map(Long::parseLong)
                .orElse(0L);
    }
}

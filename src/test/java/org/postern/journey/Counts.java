package org.postern.journey;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Adds up the organisers' file. */
final class Counts {
    private Counts() {}

    static long posted(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .mapToLong(row -> number(row, "posted"))
                .sum();
    }

    private static long number(NamedCsvRecord row, String column) {
        return row.findField(column)
                .filter(text -> !text.isEmpty())
                .map(Long::parseLong)
                .orElse(0L);
    }
}

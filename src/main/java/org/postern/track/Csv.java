package org.postern.track;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table to take away: UTF-8, comma, CRLF, dates as ISO 8601. */
final class Csv {
    private final StringWriter text = new StringWriter();
    private final CsvWriter writer = CsvWriter.builder()
            .bufferSize(0)
            .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.CRLF)
            .build(text);

    Csv(String... columns) {
        writer.writeRecord(columns);
    }

    /** @param cells text, numbers and dates; null is an empty cell */
    void row(@Nullable Object... cells) {
        List<String> record = Arrays.stream(cells)
                .map(cell -> cell instanceof String words ? harmless(words) : cell == null ? "" : cell.toString())
                .toList();
        writer.writeRecord(record);
    }

    String text() {
        return text.toString();
    }

    Response named(String file) {
        return Response.ok(text().getBytes(StandardCharsets.UTF_8), "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    /** A spreadsheet runs a cell that begins like a formula; with the apostrophe it shows it. */
    private static String harmless(String words) {
        return !words.isEmpty() && "=+-@\t\r\n".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}

package org.postern.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table to take away: UTF-8 with its mark, comma, CRLF, dates as ISO 8601. */
public final class Csv {
    /** Without it Excel reads UTF-8 as its country's old alphabet; LibreOffice knows it too. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * What a spreadsheet may take for the begin of a formula: at the begin of a cell, or after what separates cells where
     * a comma is a decimal point. The wide signs are what Japanese input methods write.
     */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n])(?=[\\s\\p{Z}]*[=+\\-@＝＋－＠])|^(?=[\\t\\r\\n])");

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer = CsvWriter.builder()
            .bufferSize(0)
            .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.CRLF)
            .build(text);

    public Csv(String... columns) {
        writer.writeRecord(columns);
    }

    /** @param cells text, numbers and dates; null is an empty cell */
    public void row(@Nullable Object... cells) {
        List<String> record = Arrays.stream(cells)
                .map(cell -> cell instanceof String words ? harmless(words) : cell == null ? "" : cell.toString())
                .toList();
        writer.writeRecord(record);
    }

    public String text() {
        return text.toString();
    }

    public byte[] bytes() {
        return (BYTE_ORDER_MARK + text()).getBytes(StandardCharsets.UTF_8);
    }

    public Response named(String file) {
        return Response.ok(bytes(), "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    /** A spreadsheet runs a cell that begins like a formula; with the apostrophe it shows it. */
    private static String harmless(String words) {
        return FORMULA.matcher(words).replaceAll("$1'");
    }
}

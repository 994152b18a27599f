package org.postern.typeset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The envelopes and sheets of labels that one can buy: {@code envelopes.txt} and {@code labels.txt} beside this class. */
public final class Stock {
    private static final Map<String, StockEnvelope> ENVELOPES =
            read("envelopes.txt", Stock::envelope, StockEnvelope::code);
    private static final Map<String, LabelFormat> LABELS = read("labels.txt", Stock::labels, LabelFormat::code);

    private Stock() {}

    /** @return in the order of the file: those without a window first */
    public static List<StockEnvelope> envelopes() {
        return List.copyOf(ENVELOPES.values());
    }

    public static Optional<StockEnvelope> envelope(String code) {
        return Optional.ofNullable(ENVELOPES.get(code));
    }

    /** @return in the order of the file: the four most used first */
    public static List<LabelFormat> labels() {
        return List.copyOf(LABELS.values());
    }

    private static StockEnvelope envelope(List<String> parts) {
        List<Double> size = numbers(parts.get(2));
        List<Double> window = numbers(parts.get(3));
        List<Double> folds = numbers(parts.get(4));
        Envelope envelope = window.isEmpty()
                ? Envelope.closed(parts.get(1), size.get(0), size.get(1), folds)
                : new Envelope(
                        parts.get(1),
                        size.get(0),
                        size.get(1),
                        window.get(0),
                        window.get(1),
                        window.get(2),
                        window.get(3),
                        folds);
        List<Window> clear = Arrays.stream(parts.get(7).split("\\|"))
                .filter(zone -> !zone.isBlank())
                .map(Stock::box)
                .toList();
        double grams = parts.get(8).isEmpty() ? StockEnvelope.gramsOf(envelope) : Double.parseDouble(parts.get(8));
        return new StockEnvelope(parts.get(0), envelope, maybeBox(parts.get(5)), maybeBox(parts.get(6)), clear, grams);
    }

    private static LabelFormat labels(List<String> parts) {
        List<Double> many = numbers(parts.get(3));
        List<Double> size = numbers(parts.get(4));
        List<Double> first = numbers(parts.get(5));
        List<Double> pitch = numbers(parts.get(6));
        return new LabelFormat(
                parts.get(0),
                parts.get(1),
                Paper.valueOf(parts.get(2)),
                many.get(0).intValue(),
                many.get(1).intValue(),
                size.get(0),
                size.get(1),
                first.get(0),
                first.get(1),
                pitch.get(0),
                pitch.get(1));
    }

    private static @Nullable Window maybeBox(String text) {
        return text.isEmpty() ? null : box(text);
    }

    private static Window box(String text) {
        List<Double> box = numbers(text);
        return new Window(box.get(0), box.get(1), box.get(2), box.get(3));
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(number -> !number.isEmpty())
                .map(Double::valueOf)
                .toList();
    }

    private static <T> Map<String, T> read(String file, Function<List<String>, T> line, Function<T, String> code) {
        Map<String, T> all = new LinkedHashMap<>();
        InputStream in = Stock.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException(file + " is not in the program");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(text -> !text.startsWith("#") && !text.isBlank())
                    .map(text ->
                            Arrays.stream(text.split(";")).map(String::strip).toList())
                    .map(line)
                    .forEach(one -> all.put(code.apply(one), one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}

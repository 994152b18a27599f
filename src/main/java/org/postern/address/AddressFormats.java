package org.postern.address;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of each country: {@code address-formats.json}, whose head says where it comes from. */
final class AddressFormats {
    /** For countries of which nothing is known: read by every post, and nothing is left out. */
    static final String OTHERS = "%N%n%O%n%A%n%C, %S, %Z";

    private static final Country OTHER = new Country(AddressFormat.of(OTHERS), AddressFormat.of(OTHERS), null);

    private static final Map<String, Country> COUNTRIES = read();

    /**
     * How mail to one country is written.
     *
     * @param latin the same in Latin letters
     * @param upper letters of the values that its post wants in capitals; null: nothing is said of it
     */
    record Country(
            AddressFormat local,
            AddressFormat latin,
            @Nullable String upper) {}

    private AddressFormats() {}

    static Country of(String country) {
        return COUNTRIES.getOrDefault(country, OTHER);
    }

    private static Map<String, Country> read() {
        try (InputStream in = AddressFormats.class.getResourceAsStream("address-formats.json")) {
            var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
            JsonObject all = JsonParser.parseReader(reader).getAsJsonObject().getAsJsonObject("formats");
            var countries = new HashMap<String, Country>();
            for (String code : all.keySet()) {
                JsonObject facts = all.getAsJsonObject(code);
                String local = text(facts, "fmt", OTHERS);
                JsonElement upper = facts.get("upper");
                countries.put(
                        code,
                        new Country(
                                AddressFormat.of(local),
                                AddressFormat.of(text(facts, "lfmt", local)),
                                upper == null ? null : upper.getAsString()));
            }
            return Map.copyOf(countries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonObject facts, String key, String otherwise) {
        return facts.has(key) ? facts.get(key).getAsString() : otherwise;
    }
}

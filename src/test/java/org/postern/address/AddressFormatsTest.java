package org.postern.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.address.AddressFormat.Line;
import org.postern.address.AddressFormat.Value;

/** The facts and how they are filled, beside what another formatter made of the same facts. */
class AddressFormatsTest {
    private static final Map<Value, String> VALUES = Map.of(
            Value.N, "Name",
            Value.O, "House",
            Value.A, "Street 1",
            Value.D, "Quarter",
            Value.C, "Town",
            Value.S, "Region",
            Value.Z, "12345",
            Value.X, "Cedex");

    private static final Map<String, List<Value>> MISSING = Map.of(
            "all", List.of(),
            "usual", List.of(Value.D, Value.X),
            "regionless", List.of(Value.S, Value.D, Value.X),
            "codeless", List.of(Value.Z, Value.X),
            "townless", List.of(Value.C, Value.D, Value.X));

    static List<String> recorded() throws IOException {
        try (InputStream in = AddressFormatsTest.class.getResourceAsStream("localized-address-format.tsv")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void each_country_is_written_as_the_other_formatter_writes_it(String answer) {
        String[] cells = answer.split("\t", -1);
        var country = AddressFormats.of(cells[0]);
        AddressFormat format = cells[1].equals("latin") ? country.latin() : country.local();
        var values = new EnumMap<Value, List<String>>(Value.class);
        VALUES.forEach((value, text) -> values.put(value, List.of(text)));
        Objects.requireNonNull(MISSING.get(cells[2])).forEach(values::remove);

        assertThat(format.fill(values).stream().map(Line::text).collect(Collectors.joining(" | ")))
                .isEqualTo(cells[3]);
    }

    @Test
    void the_other_formatter_was_asked_for_every_country_it_knows() throws IOException {
        var countries = new HashSet<String>();
        recorded().forEach(answer -> countries.add(answer.substring(0, 2)));
        assertThat(countries).hasSize(197).contains("RU", "BY", "US", "CN", "IR");
    }

    @Test
    void a_street_of_two_lines_runs_on_in_its_last() {
        AddressFormat japanese = AddressFormats.of("JP").latin();
        assertThat(japanese.fill(Map.of(
                        Value.N,
                        List.of("Name"),
                        Value.A,
                        List.of("Block 2", "1-1 Street"),
                        Value.S,
                        List.of("Tokyo"))))
                .extracting(Line::text)
                .containsExactly("Name", "Block 2", "1-1 Street, Tokyo");
    }

    @Test
    void a_country_of_which_nothing_is_known_keeps_every_line() {
        assertThat(AddressFormats.of("ER").local()).isEqualTo(AddressFormat.of("%N%n%O%n%A%n%C, %S, %Z"));
        assertThat(AddressFormats.of("BJ").local())
                .isEqualTo(AddressFormats.of("ER").local());
        assertThat(AddressFormats.of("BJ").upper()).isEqualTo("AC");
    }
}

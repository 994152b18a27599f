package org.postern.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one post asks for letters to some countries, from a day on; copied from its list, with the source. */
@Entity
@Table(name = "postage_table")
public class PostageTable {
    /** All countries that no other table names. */
    public static final String ELSEWHERE = "*";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "postage_table_seq")
    @SequenceGenerator(name = "postage_table_seq", sequenceName = "postage_table_seq")
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "site_id")
    private PrintSite site;

    private String name;
    private String currency;
    private String countries;
    private String steps;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    private String source;

    @SuppressWarnings("NullAway.Init")
    protected PostageTable() {}

    @SuppressWarnings("NullAway.Init")
    PostageTable(PrintSite site) {
        this.site = site;
    }

    /**
     * What it says.
     *
     * @param to ISO 3166 alpha-2, or {@link #ELSEWHERE} among them
     * @param until the last day, null until further notice
     * @throws IllegalArgumentException if it ends before it begins or names no country
     */
    public void says(
            String called,
            Set<String> to,
            PostageSteps prices,
            LocalDate from,
            @Nullable LocalDate until,
            String readIn) {
        if (to.isEmpty() || (until != null && until.isBefore(from))) {
            throw new IllegalArgumentException("a table is for some country and some day");
        }
        this.name = called;
        this.countries = String.join(" ", new TreeSet<>(to));
        this.currency = prices.stamps().get(0).currency();
        this.steps = prices.stamps().stream()
                .map(one -> one.upToGrams() + " " + one.price())
                .collect(Collectors.joining("\n"));
        this.validFrom = from;
        this.validUntil = until;
        this.source = readIn;
    }

    /** @return the cheapest that is enough; empty if nothing in this table is */
    public Optional<Stamp> stampFor(double grams) {
        return steps().stamps().stream().filter(one -> grams <= one.upToGrams()).findFirst();
    }

    public PostageSteps steps() {
        return new PostageSteps(steps.lines()
                .map(line -> line.split(" ", -1))
                .map(parts -> new Stamp(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), currency))
                .toList());
    }

    boolean isFor(String iso2) {
        return Arrays.asList(countries.split(" ", -1)).contains(iso2);
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public PrintSite site() {
        return site;
    }

    public String name() {
        return name;
    }

    /** @return ISO 4217 */
    public String currency() {
        return currency;
    }

    /** @return as {@link #says} took them, in alphabetical order */
    public List<String> countries() {
        return List.of(countries.split(" ", -1));
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public @Nullable LocalDate validUntil() {
        return validUntil;
    }

    /** @return where its prices were read */
    public String source() {
        return source;
    }
}

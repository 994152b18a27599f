package org.postern.site;

import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.typeset.Envelope;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.Paper;
import org.postern.typeset.Stock;
import org.postern.typeset.StockEnvelope;

/** A place where volunteers print and post: what lies there, and the countries that its post reaches. */
@Entity
@Table(name = "print_site")
public class PrintSite {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "print_site_seq")
    @SequenceGenerator(name = "print_site_seq", sequenceName = "print_site_seq")
    private @Nullable Long id;

    private String name;
    private String city;
    private String country;
    private String language;
    private String zone;

    @Column(name = "return_line")
    private @Nullable String returnLine;

    @Enumerated(EnumType.STRING)
    @Column(name = "return_address")
    private ReturnAddress returnAddress;

    @Enumerated(EnumType.STRING)
    private Paper paper;

    @Column(name = "paper_gsm")
    private int paperGsm;

    private String stationery;

    @ElementCollection
    @CollectionTable(name = "print_site_route", joinColumns = @JoinColumn(name = "site_id"))
    @MapKey(name = "country")
    private Map<String, Route> routes = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "print_site_stock", joinColumns = @JoinColumn(name = "site_id"))
    @Column(name = "code")
    private Set<String> stock = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "print_site_envelope", joinColumns = @JoinColumn(name = "site_id"))
    @MapKey(name = "name")
    private Map<String, OwnEnvelope> ownEnvelopes = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "print_site_labels", joinColumns = @JoinColumn(name = "site_id"))
    @MapKey(name = "name")
    private Map<String, OwnLabels> ownLabels = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "print_site_holiday", joinColumns = @JoinColumn(name = "site_id"))
    @MapKeyColumn(name = "on_day")
    @Column(name = "name")
    private Map<LocalDate, String> closed = new HashMap<>();

    @OneToMany(mappedBy = "site", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("name")
    private List<Printer> printers = new ArrayList<>();

    @OneToMany(mappedBy = "site", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("validFrom, name")
    private List<PostageTable> postage = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected PrintSite() {}

    /**
     * A site with the paper, the sheet and the envelopes that are usual in its country.
     *
     * @param country ISO 3166 alpha-2, where it posts from
     * @param language BCP 47, of the country line that this post reads
     * @param returnLine printed above the address, e.g. a PO box; null for none
     */
    public PrintSite(
            String name, String city, String country, String language, ZoneId zone, @Nullable String returnLine) {
        this.name = name;
        this.city = city;
        this.country = country;
        this.language = language;
        this.zone = zone.getId();
        this.returnLine = returnLine;
        this.returnAddress = ReturnAddress.EVERYWHERE;
        this.paper = usualPaper(country);
        this.paperGsm = 80;
        this.stationery = paper == Paper.LETTER ? "us10" : "din5008b";
        this.stock.addAll(
                paper == Paper.LETTER
                        ? List.of("us10", "us10-window")
                        : List.of("dl", "c6", "dl-window", "c6-c5-window"));
    }

    /** @return what lies in the printers of a country */
    public static Paper usualPaper(String country) {
        boolean tall = LocaleData.getPaperSize(new ULocale("und-" + country)).getHeight() > 280;
        return tall ? Paper.A4 : Paper.LETTER;
    }

    // --- tending ------------------------------------------------------------------------------------------------

    /** As for a new one. */
    public void lies(String called, String town, String iso2, String tag, ZoneId where) {
        this.name = called;
        this.city = town;
        this.country = iso2;
        this.language = tag;
        this.zone = where.getId();
    }

    /** @param line null for none */
    public void answersTo(@Nullable String line, ReturnAddress where) {
        this.returnLine = line;
        this.returnAddress = where;
    }

    /**
     * What it prints on.
     *
     * @param sheet stationery whose window its window envelopes have; {@code plain} where it has none
     * @param gsm weight of a sheet, grams a square metre
     */
    public void printsOn(Paper size, int gsm, String sheet) {
        this.paper = size;
        this.paperGsm = gsm;
        this.stationery = sheet;
    }

    /** @param codes of {@link Stock}, all that it has */
    public void stocks(Set<String> codes) {
        stock.clear();
        stock.addAll(codes);
    }

    /** Its post reaches this country; checked on that day. */
    public void serves(String iso2, LocalDate checkedOn) {
        routes.put(iso2, new Route(iso2, true, checkedOn));
    }

    /** All that is known of its post. */
    public void reaches(Map<String, Route> known) {
        routes.clear();
        routes.putAll(known);
    }

    /** @param days without post there, besides its country's holidays, each with a name */
    public void isClosedOn(Map<LocalDate, String> days) {
        closed.clear();
        closed.putAll(days);
    }

    /** Adds an envelope of its own, or measures one of that name anew. */
    public void has(Envelope envelope) {
        ownEnvelopes.put(envelope.name(), new OwnEnvelope(envelope));
    }

    public void hasNoMoreEnvelopes(String named) {
        ownEnvelopes.remove(named);
    }

    /** Adds a sheet of labels of its own, or measures one of that name anew. */
    public void has(LabelFormat labels) {
        ownLabels.put(labels.name(), new OwnLabels(labels));
    }

    public void hasNoMoreLabels(String named) {
        ownLabels.remove(named);
    }

    /** @return a new one, which prints where it is told until somebody measures it */
    public Printer addPrinter(String called) {
        Printer printer = new Printer(this, called);
        printers.add(printer);
        return printer;
    }

    public void removePrinter(Printer printer) {
        printers.remove(printer);
    }

    /** @return a new list of prices, to be filled */
    public PostageTable addPostage() {
        PostageTable table = new PostageTable(this);
        postage.add(table);
        return table;
    }

    public void removePostage(PostageTable table) {
        postage.remove(table);
    }

    // --- what it is like ----------------------------------------------------------------------------------------

    public boolean serves(String iso2) {
        Route route = routes.get(iso2);
        return route != null && route.served();
    }

    /** @return what is known of its post, by country, ISO 3166 alpha-2 */
    public Map<String, Route> routes() {
        return new TreeMap<>(routes);
    }

    /** @return those that one can buy, then its own */
    public List<StockEnvelope> envelopes() {
        List<StockEnvelope> all = new ArrayList<>();
        Stock.envelopes().stream().filter(one -> stock.contains(one.code())).forEach(all::add);
        new TreeMap<>(ownEnvelopes)
                .forEach((called, own) -> all.add(StockEnvelope.own("own " + called, own.measures())));
        return all;
    }

    /** @return codes of {@link Stock} */
    public Set<String> stock() {
        return Set.copyOf(stock);
    }

    /** @return the envelopes that its stationery's address must show through */
    public List<Envelope> windows() {
        return envelopes().stream()
                .map(StockEnvelope::envelope)
                .filter(Envelope::hasWindow)
                .toList();
    }

    /** @return every sheet of labels that one can buy, after its own */
    public List<LabelFormat> labels() {
        List<LabelFormat> all = new ArrayList<>();
        new TreeMap<>(ownLabels).forEach((called, own) -> all.add(own.measures("own " + called)));
        // Those for its paper first: others are for a printer that has such.
        Stock.labels().stream().filter(one -> one.paper() == paper).forEach(all::add);
        Stock.labels().stream().filter(one -> one.paper() != paper).forEach(all::add);
        return all;
    }

    public List<Printer> printers() {
        return List.copyOf(printers);
    }

    public Optional<Printer> printer(long number) {
        return printers.stream().filter(one -> one.id() == number).findFirst();
    }

    /** @return what its post asks, the oldest prices first */
    public List<PostageTable> postage() {
        return List.copyOf(postage);
    }

    public Optional<PostageTable> postage(long number) {
        return postage.stream().filter(one -> one.id() == number).findFirst();
    }

    /** @return the prices for a country on a day: of a table that names it, else of one for all; the newest of several */
    public Optional<PostageTable> postageTo(String iso2, LocalDate day) {
        return Stream.of(iso2, PostageTable.ELSEWHERE)
                .flatMap(where -> postage.stream()
                        .filter(table -> table.isFor(where) && table.isValidOn(day))
                        .max(Comparator.comparing(PostageTable::validFrom).thenComparing(PostageTable::name))
                        .stream())
                .findFirst();
    }

    /** @return its own days without post, by day */
    public Map<LocalDate, String> closed() {
        return new TreeMap<>(closed);
    }

    /** @return whether there is no post on this day, by its country's holidays or its own */
    public boolean isClosedOn(LocalDate day) {
        return closed.containsKey(day) || Holidays.isOne(country, day);
    }

    /** @return whether something can be posted there on this day: neither a Sunday nor closed */
    public boolean hasPostOn(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !isClosedOn(day);
    }

    /** @return when so much time is over since then, a day longer for each day without post that falls into it */
    public Instant afterPost(Instant since, Duration time) {
        ZonedDateTime end = since.atZone(zone()).plus(time);
        for (LocalDate day = LocalDate.ofInstant(since, zone());
                !day.isAfter(end.toLocalDate());
                day = day.plusDays(1)) {
            end = hasPostOn(day) ? end : end.plusDays(1);
        }
        return end.toInstant();
    }

    public long id() {
        return java.util.Objects.requireNonNull(id);
    }

    public String name() {
        return name;
    }

    public String city() {
        return city;
    }

    public String country() {
        return country;
    }

    public String language() {
        return language;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public Paper paper() {
        return paper;
    }

    /** @return weight of a sheet, grams a square metre */
    public int paperGsm() {
        return paperGsm;
    }

    /** @return the sheet for letters that may go in a window envelope */
    public String stationery() {
        return stationery;
    }

    /** @return as it was typed; {@link #returnAddress} says where it may stand */
    public @Nullable String returnLine() {
        return returnLine;
    }

    public ReturnAddress returnAddress() {
        return returnAddress;
    }

    /** @return the line above the address in a window, null for none */
    public @Nullable String lineInWindow() {
        return returnAddress == ReturnAddress.EVERYWHERE ? returnLine : null;
    }

    /**
     * @param sheet as the rules of a place ask for; without window envelopes it is a plain one here
     * @return the sender's address that whoever gets such a letter of this site sees, null for none
     */
    public @Nullable String senderOn(Family sheet) {
        Family printed = sheet == Family.WINDOW ? Family.of(stationery) : sheet;
        return printed == Family.PLAIN ? lineOnEnvelope() : lineInWindow();
    }

    /** @return the line on an envelope that is printed, null for none */
    public @Nullable String lineOnEnvelope() {
        return returnAddress == ReturnAddress.NONE ? null : returnLine;
    }
}

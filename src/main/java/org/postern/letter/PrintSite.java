package org.postern.letter;

import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postern.typeset.Paper;

/** A place where volunteers print and post, and the countries that its post reaches. */
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

    @ElementCollection
    @CollectionTable(name = "print_site_route", joinColumns = @JoinColumn(name = "site_id"))
    @MapKeyColumn(name = "country")
    @Column(name = "checked_on")
    private Map<String, LocalDate> routes = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected PrintSite() {}

    /**
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
    }

    /** Its post reaches this country; checked on that day. */
    public void serves(String iso2, LocalDate checkedOn) {
        routes.put(iso2, checkedOn);
    }

    public boolean serves(String iso2) {
        return routes.containsKey(iso2);
    }

    /** @return countries that its post reaches, ISO 3166 alpha-2, and when somebody last made sure */
    public Map<String, LocalDate> routes() {
        return Map.copyOf(routes);
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

    /** @return what lies in the printers of its country */
    public Paper paper() {
        boolean tall = LocaleData.getPaperSize(new ULocale("und-" + country)).getHeight() > 280;
        return tall ? Paper.A4 : Paper.LETTER;
    }

    public @Nullable String returnLine() {
        return returnLine;
    }
}

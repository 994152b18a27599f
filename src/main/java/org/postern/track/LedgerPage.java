package org.postern.track;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LedgerEntries;
import org.postern.letter.LedgerEntries.Sum;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Audit;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.staff.StaffAccounts;
import org.postern.web.Csv;
import org.postern.web.Page;
import org.postern.web.Settings;

/** Paper and postage by month, print site and volunteer: a volunteer sees the own part, organisers see all. */
@Path("/desk/post")
@RolesAllowed({Roles.PRINTER, Roles.ORGANISER})
@RequestScoped
public class LedgerPage {
    private static final int MONTHS = 12;

    @Inject
    private LedgerEntries ledger;

    @Inject
    private PrintSites sites;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public LedgerPage() {}

    public record Model(List<Row> rows) {
        public long letters() {
            return rows.stream().mapToLong(row -> row.sum().letters()).sum();
        }

        public long sheets() {
            return rows.stream().mapToLong(row -> row.sum().sheets()).sum();
        }

        public long spoiled() {
            return rows.stream().mapToLong(row -> row.sum().spoiled()).sum();
        }
    }

    /** A sum with the names of its site and its volunteer. */
    public record Row(Sum sum, String site, String volunteer) {
        /** @return in the currency's own unit, e.g. 48.30; null where nobody said what was paid */
        @Nullable
        BigDecimal amount() {
            Long minor = sum.amount();
            return minor == null
                    ? null
                    : BigDecimal.valueOf(minor, in(sum.currency()).getDefaultFractionDigits());
        }

        /** @return as it is written in a language, empty where nobody said what was paid */
        public String money(Locale locale) {
            BigDecimal amount = amount();
            if (amount == null) {
                return "";
            }
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(in(sum.currency()));
            return format.format(amount);
        }

        private static Currency in(@Nullable String currency) {
            return Currency.getInstance(Objects.requireNonNull(currency));
        }
    }

    @GET
    @Path("ledger")
    @Transactional
    public Page look() {
        return Page.of("track/ledger", new Model(rows())).keptSecret();
    }

    /** A line for each month, site, volunteer and currency. */
    @GET
    @Path("ledger.csv")
    @Transactional
    public Response take() {
        audit.record(staff.id(), "ledger.exported", today().toString());
        return csv(rows()).named("postern-ledger-" + today() + ".csv");
    }

    static Csv csv(List<Row> rows) {
        Csv csv = new Csv("month", "site", "volunteer", "letters", "sheets", "spoiled_sheets", "amount", "currency");
        for (Row row : rows) {
            Sum sum = row.sum();
            csv.row(
                    sum.month(),
                    row.site(),
                    row.volunteer(),
                    sum.letters(),
                    sum.sheets(),
                    sum.spoiled(),
                    row.amount(),
                    sum.currency());
        }
        return csv;
    }

    private List<Row> rows() {
        List<Sum> sums = ledger.sums(
                staff.is(Role.ORGANISER) ? null : staff.id(),
                today().withDayOfMonth(1).minusMonths(MONTHS));
        Map<Long, String> names = accounts.names(sums.stream().map(Sum::staffId).collect(Collectors.toSet()));
        Map<Long, String> places = sites.all().stream().collect(Collectors.toMap(PrintSite::id, PrintSite::name));
        return sums.stream()
                .map(sum -> new Row(
                        sum,
                        places.getOrDefault(sum.siteId(), ""),
                        names.getOrDefault(sum.staffId(), String.valueOf(sum.staffId()))))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}

package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.NavigableMap;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.letter.WaysOut.Missing;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Roles;
import org.postern.web.Page;

/** Where letters are printed and posted, and the countries that no post of ours reaches. */
@Path("/desk/sites")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class SitesPage {
    @Inject
    private PrintSites sites;

    @Inject
    private TendSite tend;

    @Inject
    private Facilities facilities;

    @SuppressWarnings("NullAway.Init")
    public SitesPage() {}

    /**
     * The list.
     *
     * @param unreached countries, ISO 3166 alpha-2, of places that no site's post reaches, and how many letters wait for it
     * @param unsigned countries with places that demand a sender's address where no site that posts there puts one, and how
     *     many letters wait for that
     */
    public record Model(
            List<PrintSite> sites, NavigableMap<String, Long> unreached, NavigableMap<String, Long> unsigned) {}

    @GET
    @Transactional
    public Page list() {
        NavigableMap<String, Long> unreached = tend.waitingFor(Missing.NO_ROUTE);
        facilities.all().stream()
                .map(Facility::country)
                .filter(country -> !sites.anyServes(country))
                .forEach(country -> unreached.putIfAbsent(country, 0L));
        return Page.of("curate/sites", new Model(sites.all(), unreached, tend.waitingFor(Missing.NO_SENDER)));
    }
}

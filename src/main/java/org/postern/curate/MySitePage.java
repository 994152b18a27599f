package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.staff.StaffAccounts;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** Where a volunteer prints; they say so themselves, since they know in which room they sit tonight. */
@Path("/desk/sites/mine")
@RolesAllowed({Roles.PRINTER, Roles.ORGANISER})
@RequestScoped
public class MySitePage {
    @Inject
    private PrintSites sites;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public MySitePage() {}

    /** @param mine the site chosen before, null for none */
    public record Model(List<PrintSite> sites, @Nullable Long mine) {}

    @GET
    @Transactional
    public Page choose() {
        return Page.of("curate/mySite", new Model(sites.all(), staff.siteId()));
    }

    /** From the member's next click on; batches that were claimed stay with their site. */
    @POST
    @Transactional
    public Response chosen(@Context HttpServletRequest request) {
        String site = Form.of(request).text("site");
        PrintSite found = (site.matches("[0-9]{1,12}")
                        ? sites.byId(Long.parseLong(site))
                        : java.util.Optional.<PrintSite>empty())
                .orElseThrow(NotFoundException::new);
        Objects.requireNonNull(accounts.find(staff.id())).printsAt(found.id());
        return Redirect.to("/desk/batches");
    }
}

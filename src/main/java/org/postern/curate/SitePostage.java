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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postern.site.PostageTable;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;

/** What a site's post asks for letters; covers and lists reckon with it. */
@Path("/desk/sites/{id:[0-9]{1,12}}/postage/{table:[0-9]{1,12}|new}")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class SitePostage {
    @PathParam("id")
    private long id;

    @PathParam("table")
    private String table;

    @Inject
    private PrintSites sites;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public SitePostage() {}

    /**
     * The form.
     *
     * @param table null for a new one
     */
    public record Model(long id, String site, @Nullable Long table, Edited form) {
        public List<String> fields() {
            return PostageFields.NAMES;
        }
    }

    @GET
    @Transactional
    public Page form() {
        PrintSite site = sites.byId(id).orElseThrow(NotFoundException::new);
        return page(site, Edited.fresh(stored(site)));
    }

    @POST
    @Transactional
    public Response save(@Context HttpServletRequest request) {
        PrintSite site = sites.lock(id).orElseThrow(NotFoundException::new);
        PostageTable mine = mine(site);
        Edited edited = Edited.of(Form.of(request), stored(site));
        String name = edited.get("postage-name");
        boolean taken = site.postage().stream()
                .anyMatch(one -> one != mine && one.name().equals(name));
        edited = edited.against(PostageFields.objections(edited.typed(), taken));
        if (!edited.isGood()) {
            return PersonPage.wrong(page(site, edited));
        }
        PostageFields.onto(mine == null ? site.addPostage() : mine, edited.typed());
        audit.record(
                staff.id(),
                "site.postage",
                site.name(),
                name + ": " + edited.get("postage-steps").replaceAll("\\s*\\R\\s*", "; ") + " "
                        + edited.get("postage-currency"));
        return SitePage.back(id, "postage");
    }

    private @Nullable PostageTable mine(PrintSite site) {
        return table.equals("new") ? null : site.postage(Long.parseLong(table)).orElseThrow(NotFoundException::new);
    }

    private Map<String, String> stored(PrintSite site) {
        PostageTable mine = mine(site);
        List<PostageTable> others = site.postage();
        return mine != null
                ? PostageFields.of(mine)
                : PostageFields.none(others.isEmpty() ? "" : others.get(0).currency());
    }

    private Page page(PrintSite site, Edited edited) {
        return Page.of(
                "curate/sitePostage",
                new Model(id, site.name(), table.equals("new") ? null : Long.valueOf(table), edited));
    }
}

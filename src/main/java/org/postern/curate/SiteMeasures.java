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
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.typeset.Envelope;
import org.postern.typeset.LabelFormat;
import org.postern.web.Form;
import org.postern.web.Page;

/** A site's own envelope or sheet of labels, measured with a ruler. */
@Path("/desk/sites/{id:[0-9]{1,12}}/own/{kind:envelope|labels}")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class SiteMeasures {
    @PathParam("id")
    private long id;

    @PathParam("kind")
    private String kind;

    @Inject
    private PrintSites sites;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public SiteMeasures() {}

    /**
     * The form.
     *
     * @param kind {@code envelope} or {@code labels}
     */
    public record Model(long id, String site, String kind, List<String> fields, Edited form) {}

    @GET
    @Transactional
    public Page form() {
        PrintSite site = sites.byId(id).orElseThrow(NotFoundException::new);
        return page(site, Edited.fresh(empty()));
    }

    @POST
    @Transactional
    public Response save(@Context HttpServletRequest request) {
        PrintSite site = sites.lock(id).orElseThrow(NotFoundException::new);
        Edited edited = Edited.of(Form.of(request), empty());
        Measures measures = new Measures(edited.typed());
        String name;
        if (kind.equals("envelope")) {
            Envelope envelope = measures.envelope();
            name = envelope.name();
            if (measures.objections().isEmpty()) {
                site.has(envelope);
            }
        } else {
            LabelFormat labels = measures.labels();
            name = labels.name();
            if (measures.objections().isEmpty()) {
                site.has(labels);
            }
        }
        if (!measures.objections().isEmpty()) {
            return PersonPage.wrong(page(site, edited.against(measures.objections())));
        }
        audit.record(staff.id(), "site." + kind, site.name(), name);
        return SitePage.back(id, kind);
    }

    private Map<String, String> empty() {
        Map<String, String> fields = Measures.empty(fields());
        fields.replace("own-paper", "A4");
        return fields;
    }

    private List<String> fields() {
        return kind.equals("envelope") ? Measures.ENVELOPE : Measures.LABELS;
    }

    private Page page(PrintSite site, Edited edited) {
        return Page.of("curate/siteMeasures", new Model(id, site.name(), kind, fields(), edited));
    }
}

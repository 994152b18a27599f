package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.postern.cause.Campaign;
import org.postern.cause.Campaigns;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** The campaigns as organisers tend them: the day before which none of their letters is posted. */
@Path("/desk/campaigns")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class CampaignsPage {
    @Inject
    private Campaigns campaigns;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public CampaignsPage() {}

    /** @param said empty, or the message {@code campaigns.desk.<said>} */
    public record Model(List<Campaign> campaigns, String said) {}

    @GET
    @Transactional
    public Page list(@QueryParam("said") @DefaultValue("") String said) {
        return Page.of(
                "curate/campaigns",
                new Model(campaigns.all(), Set.of("saved", "wrong").contains(said) ? said : ""));
    }

    /** An empty field takes the day away. */
    @POST
    @Path("/{slug}/mail-date")
    @Transactional
    public Response mailDate(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Campaign campaign = campaigns.bySlug(slug).orElseThrow(NotFoundException::new);
        String typed = Form.of(request).text("day");
        try {
            campaign.mailsFrom(typed.isEmpty() ? null : LocalDate.parse(typed));
        } catch (DateTimeException e) {
            return Redirect.to("/desk/campaigns?said=wrong");
        }
        audit.record(staff.id(), "campaign.mail-date", slug, typed.isEmpty() ? "none" : typed);
        return Redirect.to("/desk/campaigns?said=saved");
    }
}

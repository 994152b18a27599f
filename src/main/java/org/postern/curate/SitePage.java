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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Pages;
import org.postern.letter.Touched;
import org.postern.letter.WaysOut.Way;
import org.postern.site.PostageTable;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.site.Printer;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.StockEnvelope;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Settings;

/** One print site: where it is, what its post reaches, what lies on its shelves. */
@Path("/desk/sites/{id:[0-9]{1,12}|new}")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class SitePage {
    private static final Set<String> SAID =
            Set.of("saved", "routes", "printer", "measured", "envelope", "labels", "postage", "removed");

    @PathParam("id")
    private String id;

    @Inject
    private PrintSites sites;

    @Inject
    private TendSite tend;

    @Inject
    private Pages pages;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public SitePage() {}

    /**
     * The form, and what belongs to the site.
     *
     * @param id null for a new one
     * @param own envelopes of its own
     * @param ifClosed what happens to letters for a country to which this site alone posts, if it stopped
     * @param waiting letters that wait since the last change of routes, {@code went}: that went on
     * @param said empty, or the message {@code curate.site.said.<said>}
     */
    public record Model(
            @Nullable Long id,
            String name,
            Edited form,
            List<String> stationeries,
            List<Printer> printers,
            List<StockEnvelope> own,
            List<LabelFormat> ownLabels,
            NavigableMap<String, Touched> ifClosed,
            int waiting,
            int went,
            List<PostageTable> postage,
            LocalDate today,
            String said) {}

    @GET
    @Transactional
    public Page show(
            @QueryParam("said") @DefaultValue("") String said,
            @QueryParam("waiting") @DefaultValue("0") int waiting,
            @QueryParam("went") @DefaultValue("0") int went) {
        PrintSite site = id.equals("new") ? null : sites.byId(number()).orElseThrow(NotFoundException::new);
        return page(
                site,
                Edited.fresh(site == null ? SiteFields.none() : SiteFields.of(site)),
                new TendSite.Changed(Math.max(0, waiting), Math.max(0, went)),
                SAID.contains(said) ? said : "");
    }

    @POST
    @Transactional
    public Response save(@Context HttpServletRequest request) {
        PrintSite site = id.equals("new") ? null : sites.lock(number()).orElseThrow(NotFoundException::new);
        Edited edited = Edited.of(Form.of(request), site == null ? SiteFields.none() : SiteFields.of(site));
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        boolean taken = sites.isTaken(edited.get("site-name"), site == null ? null : site.id());
        edited = edited.against(SiteFields.objections(edited.typed(), pages.typesetter(), taken, today));
        if (!edited.isGood()) {
            return PersonPage.wrong(page(site, edited, new TendSite.Changed(0, 0), ""));
        }
        PrintSite saved = site == null ? new PrintSite("", "", "DE", "en", ZoneId.of("UTC"), null) : site;
        Set<Way> before = tend.reached();
        SiteFields.onto(saved, edited.typed(), today);
        if (site == null) {
            sites.add(saved);
        }
        TendSite.Changed changed = tend.routes(before);
        audit.record(
                staff.id(),
                site == null ? "site.added" : "site.saved",
                saved.name(),
                String.join(" ", edited.changes()) + "; waiting: " + changed.waiting() + ", went on: "
                        + changed.went());
        return changed.waiting() + changed.went() == 0
                ? back(saved.id(), "saved")
                : back(saved.id(), "routes&waiting=" + changed.waiting() + "&went=" + changed.went());
    }

    /** Takes one of {@code envelope}, {@code labels}, {@code printer}, {@code postage} away. */
    @POST
    @Path("/removal")
    @Transactional
    public Response remove(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        PrintSite site = sites.lock(number()).orElseThrow(NotFoundException::new);
        String printer = form.text("printer");
        if (printer.matches("[0-9]{1,12}")) {
            site.printer(Long.parseLong(printer)).ifPresent(site::removePrinter);
        }
        String postage = form.text("postage");
        if (postage.matches("[0-9]{1,12}")) {
            site.postage(Long.parseLong(postage)).ifPresent(site::removePostage);
        }
        site.hasNoMoreEnvelopes(form.text("envelope"));
        site.hasNoMoreLabels(form.text("labels"));
        audit.record(
                staff.id(),
                "site.removed",
                site.name(),
                form.text("envelope")
                        + form.text("labels")
                        + printer
                        + (postage.isEmpty() ? "" : "postage " + postage));
        return back(site.id(), "removed");
    }

    private long number() {
        if (id.equals("new")) {
            throw new NotFoundException();
        }
        return Long.parseLong(id);
    }

    private Page page(@Nullable PrintSite site, Edited edited, TendSite.Changed changed, String said) {
        List<String> stationeries = SiteFields.stationeries(pages.typesetter());
        LocalDate today = LocalDate.ofInstant(clock.instant(), site == null ? settings.zone() : site.zone());
        return Page.of(
                "curate/site",
                site == null
                        ? new Model(
                                null,
                                "",
                                edited,
                                stationeries,
                                List.of(),
                                List.of(),
                                List.of(),
                                new TreeMap<>(),
                                0,
                                0,
                                List.of(),
                                today,
                                said)
                        : new Model(
                                site.id(),
                                site.name(),
                                edited,
                                stationeries,
                                site.printers(),
                                site.envelopes().stream()
                                        .filter(one -> one.code().startsWith("own "))
                                        .toList(),
                                site.labels().stream()
                                        .filter(one -> one.code().startsWith("own "))
                                        .toList(),
                                tend.ifClosed(site),
                                changed.waiting(),
                                changed.went(),
                                site.postage(),
                                today,
                                said));
    }

    static Response back(long site, String said) {
        return Response.seeOther(URI.create("/desk/sites/" + site + "?said=" + said))
                .build();
    }
}

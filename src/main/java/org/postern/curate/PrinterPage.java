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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Pages;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.site.Printer;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.typeset.Calibration;
import org.postern.typeset.Envelope;
import org.postern.typeset.PageChoice;
import org.postern.typeset.PrinterCopy;
import org.postern.typeset.StockEnvelope;
import org.postern.web.Form;
import org.postern.web.Page;

/** A site's printer: how envelopes go in, and what its test page tells of it. */
@Path("/desk/sites/{id:[0-9]{1,12}}/printers/{printer:[0-9]{1,12}|new}")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class PrinterPage {
    @PathParam("id")
    private long id;

    @PathParam("printer")
    private String printer;

    @Inject
    private PrintSites sites;

    @Inject
    private Pages pages;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public PrinterPage() {}

    /**
     * The form.
     *
     * @param printer null for a new one
     * @param envelopes whose window and folds the test page may show
     */
    public record Model(
            long id,
            String site,
            @Nullable Long printer,
            Edited form,
            List<StockEnvelope> envelopes,
            boolean measured) {}

    @GET
    @Transactional
    public Page form(@QueryParam("said") @DefaultValue("") String said) {
        PrintSite site = sites.byId(id).orElseThrow(NotFoundException::new);
        return page(site, Edited.fresh(fields(site)), said.equals("measured"));
    }

    @POST
    @Transactional
    public Response save(@Context HttpServletRequest request) {
        PrintSite site = sites.lock(id).orElseThrow(NotFoundException::new);
        Edited edited = Edited.of(Form.of(request), fields(site));
        Measures measures = new Measures(edited.typed());
        String name = measures.name();
        Calibration found = measures.calibration(site.paper());
        Printer mine = printer.equals("new") ? null : mine(site);
        boolean taken = site.printers().stream()
                .anyMatch(one -> one.name().equals(name) && (mine == null || one.id() != mine.id()));
        if (taken) {
            measures.against("own-name", "curate.fault.taken");
        }
        if (!edited.get("feed").matches("0|90|180|270")) {
            measures.against("feed", "curate.fault.number");
        }
        edited = edited.against(measures.objections());
        if (!edited.isGood()) {
            return PersonPage.wrong(page(site, edited, false));
        }
        Printer saved = mine == null ? site.addPrinter(name) : mine;
        saved.works(
                name,
                Integer.parseInt(edited.get("feed")),
                !edited.get("by-hand").isEmpty());
        saved.calibrated(found);
        sites.flush();
        audit.record(staff.id(), "site.printer", site.name(), name);
        return Response.seeOther(URI.create("/desk/sites/" + id + "/printers/" + saved.id() + "?said=measured"))
                .build();
    }

    /** The test page: as the printer prints, or corrected by what was measured. Whoever prints may have it. */
    @GET
    @Path("/test.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Roles.ORGANISER, Roles.PRINTER})
    @Transactional
    public byte[] test(
            @QueryParam("envelope") @DefaultValue("") String envelope,
            @QueryParam("corrected") @DefaultValue("") String corrected) {
        PrintSite site = sites.byId(id).orElseThrow(NotFoundException::new);
        Printer mine = mine(site);
        Envelope shown = site.envelopes().stream()
                .filter(one -> one.code().equals(envelope))
                .map(StockEnvelope::envelope)
                .findFirst()
                .orElse(null);
        byte[] page = PrinterTestPage.draw(pages.typesetter(), site, mine.name(), shown, Locale.ENGLISH);
        return corrected.isEmpty()
                ? page
                : PrinterCopy.of(page, mine.calibration(), 0, PageChoice.all(PageChoice.Sides.BOTH));
    }

    private Printer mine(PrintSite site) {
        return (printer.equals("new") ? java.util.Optional.<Printer>empty() : site.printer(Long.parseLong(printer)))
                .orElseThrow(NotFoundException::new);
    }

    private Map<String, String> fields(PrintSite site) {
        if (!printer.equals("new")) {
            return Measures.of(mine(site));
        }
        Map<String, String> fields = new LinkedHashMap<>(Measures.empty(Measures.CROSSES));
        fields.put("own-name", "");
        for (String zero : List.of("offset-x", "offset-y", "rotation", "feed")) {
            fields.put(zero, "0");
        }
        fields.put("scale-x", "100");
        fields.put("scale-y", "100");
        fields.put("by-hand", "");
        return fields;
    }

    private Page page(PrintSite site, Edited edited, boolean measured) {
        Long known = printer.equals("new") ? null : Long.valueOf(mine(site).id());
        return Page.of("curate/printer", new Model(id, site.name(), known, edited, site.envelopes(), measured));
    }
}

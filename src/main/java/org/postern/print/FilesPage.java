package org.postern.print;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.postern.letter.Batch;
import org.postern.letter.NotNow;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Visit;

/**
 * The files of a batch. Each is a POST, because from here papers may exist, and no browser may fetch that ahead; only the
 * volunteer who claimed the batch may, until it is finished.
 */
@Path("/desk/batches/{number:[0-9]{1,12}}/files")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class FilesPage {
    @PathParam("number")
    private long number;

    @Inject
    private AtThePrinter atThePrinter;

    @Inject
    private SetFiles files;

    @Inject
    private SetZip zip;

    @Inject
    private Staff staff;

    @Inject
    private Visit visit;

    @SuppressWarnings("NullAway.Init")
    public FilesPage() {}

    /**
     * One file, or all that is needed as {@code set.zip}; {@code manifest.csv} is for a spreadsheet. {@code printer}: whose faults are corrected; {@code envelope},
     * {@code labels}: codes of the site's; {@code start}: the first label that is there; {@code borders}; of
     * {@code again.pdf} {@code nos}, {@code from} and {@code sides}.
     */
    @POST
    @Path("/{name:[a-z0-9.-]{1,40}}")
    public Response file(@PathParam("name") String name, @Context HttpServletRequest request) {
        Form form = Form.of(request);
        if (name.equals("set.zip")) {
            return download(
                    name,
                    "",
                    "application/zip",
                    batch -> Optional.of(zip.of(batch, Wanted.of(form, batch.site()), visit.locale())));
        }
        if (name.equals(SetFile.MANIFEST_CSV)) {
            return download(
                    name, "-" + name, "text/csv; charset=UTF-8", batch -> Optional.of(files.manifestCsv(batch)));
        }
        SetFile file = SetFile.of(name).orElseThrow(NotFoundException::new);
        return file == SetFile.AGAIN
                ? again(form)
                : download(
                        name,
                        "-" + name,
                        "application/pdf",
                        batch -> files.file(batch, file, Wanted.of(form, batch.site())));
    }

    private Response again(Form form) {
        Optional<SortedSet<Integer>> nos = Wanted.nos(form);
        if (nos.isEmpty()) {
            return back("unreadable");
        }
        if (nos.get().isEmpty()) {
            return back("nothing-chosen");
        }
        return download(
                "again.pdf",
                "-again.pdf",
                "application/pdf",
                batch -> files.again(batch, nos.get(), Wanted.of(form, batch.site())));
    }

    private Response download(String kind, String suffix, String type, Function<Batch, Optional<byte[]>> drawn) {
        try {
            byte[] file = atThePrinter.takeFile(number, staff.id(), kind, drawn);
            String saved = Batch.name(number) + (suffix.isEmpty() ? ".zip" : suffix);
            return Response.ok(file, type)
                    .header("Content-Disposition", "attachment; filename=\"" + saved + "\"")
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (NotNow e) {
            return back("not-now");
        }
    }

    private Response back(String said) {
        return Response.seeOther(URI.create("/desk/batches/" + number + "?said=" + said))
                .build();
    }
}

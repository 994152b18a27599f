package org.postern.post;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.postern.letter.Posting;
import org.postern.letter.Postings;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.typeset.Photo;
import org.postern.web.Form;
import org.postern.web.Redirect;

/** A photo of what the post gave for letters; whoever had them keeps it here, organisers look. */
@Path("/desk/batches/{number:[0-9]{1,12}}/postings/{id:[0-9a-f-]{36}}")
@RolesAllowed({Roles.PRINTER, Roles.ORGANISER})
@RequestScoped
public class ReceiptPage {
    @PathParam("number")
    private long number;

    @PathParam("id")
    private UUID id;

    @Inject
    private Postings postings;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public ReceiptPage() {}

    @GET
    @Path("/receipt.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] look() {
        return postings.receipt(posting(staff.is(Role.ORGANISER))).orElseThrow(NotFoundException::new);
    }

    /** {@code receipt}: a JPEG or PNG; another one takes the place of the first. */
    @POST
    @Path("/receipt")
    @Transactional
    public Response keep(@Context HttpServletRequest request) {
        Posting posting = posting(false);
        byte[] file = Form.of(request).file("receipt");
        if (file == null) {
            return back("receipt-none");
        }
        try {
            postings.keepReceipt(posting, Photo.of(file).jpeg());
            return back("receipt");
        } catch (Photo.Unusable e) {
            return back("receipt-unusable");
        }
    }

    private Posting posting(boolean ofAnybody) {
        return postings.byId(id)
                .filter(found -> found.batch().number() == number)
                .filter(found -> ofAnybody || found.batch().claimedBy() == staff.id())
                .orElseThrow(NotFoundException::new);
    }

    private Response back(String said) {
        return Redirect.to("/desk/batches/" + number + "?said=" + said + "#posted");
    }
}

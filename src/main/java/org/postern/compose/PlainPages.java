package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.postern.letter.Retention;
import org.postern.web.Languages;
import org.postern.web.Page;
import org.postern.web.Settings;

/** Pages of words: is it safe, what is kept, how it works, and those a writer comes by on the way. */
@Path(Languages.PATH)
@PermitAll
@RequestScoped
public class PlainPages {
    @Inject
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    public PlainPages() {}

    /** @param kept the one table of what is kept and until when, as the eraser reads it */
    public record Privacy(List<Retention> kept) {}

    /** @param demo whether mails are shown instead of sent */
    public record Sent(boolean demo) {}

    @GET
    @Path("safety")
    public Page safety() {
        return Page.of("compose/safety");
    }

    @GET
    @Path("privacy")
    public Page privacy() {
        return Page.of("compose/privacy", new Privacy(Arrays.asList(Retention.values())));
    }

    @GET
    @Path("how-it-works")
    public Page howItWorks() {
        return Page.of("compose/howItWorks");
    }

    @GET
    @Path("source")
    public Page source() {
        return Page.of("compose/source");
    }

    @GET
    @Path("leave")
    public Page leave() {
        return Page.of("compose/leave");
    }

    @GET
    @Path("sent")
    public Page sent() {
        return Page.of("compose/sent", new Sent(settings.demo())).keptSecret();
    }

    @GET
    @Path("erased")
    public Page erased() {
        return Page.of("compose/erased").keptSecret();
    }
}

package org.postern.notify;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.postern.web.Languages;

/** The address in a mail, which must not say what it leads to: on to the writer's page. */
@Path(Languages.PATH + MessageLink.STEP)
@PermitAll
public class MessageLink {
    static final String STEP = "/messages/";
    static final String QUESTION = "/question";

    @GET
    @Path("{token:[A-Za-z0-9_-]{43}}")
    public Response on(@PathParam("lang") String lang, @PathParam("token") String token) {
        return Response.seeOther(URI.create("/" + lang + "/letters/" + token)).build();
    }

    /** The question that a mail asks. */
    @GET
    @Path("{token:[A-Za-z0-9_-]{43}}" + QUESTION)
    public Response ask(@PathParam("lang") String lang, @PathParam("token") String token) {
        return Response.seeOther(URI.create("/" + lang + "/surveys/" + token)).build();
    }
}

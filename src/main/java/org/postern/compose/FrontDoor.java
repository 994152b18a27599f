package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.web.Languages;
import org.postern.web.Redirect;

/** The address without a language: to the one that the browser asks for. The Tor Browser always says English. */
@Path("/")
@PermitAll
@RequestScoped
public class FrontDoor {
    @GET
    public Response chooseLanguage(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return Redirect.to("/" + Languages.best(Objects.requireNonNullElse(accepted, "en")) + "/");
    }
}

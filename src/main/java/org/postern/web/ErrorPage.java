package org.postern.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a person sees when something is not right: one page, in their language, that says what to do. A fault of ours
 * is logged under a reference that the page shows; the log holds no word of any letter.
 */
@Provider
public class ErrorPage implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());
    private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 405, 409, 410, 413, 429, 503);

    /**
     * The page.
     *
     * @param words which of the messages {@code error.<words>.title}, {@code .message} and {@code .do}
     * @param reference shown and logged when the fault is ours, else empty
     */
    public record Model(String words, String reference) {}

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException refused) {
            Response response = refused.getResponse();
            int status = response.getStatus();
            if (status < 400 || response.hasEntity()) {
                return response;
            }
            return page(KNOWN.contains(status) ? status : status < 500 ? 400 : 500, status, "");
        }
        if (Conflict.isIn(thrown)) {
            return page(409, 409, "");
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, "Fault " + reference, thrown);
        return page(500, 500, reference);
    }

    private static Response page(int words, int status, String reference) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Page.of("web/error", new Model(String.valueOf(words), reference))
                        .withStatus(status)
                        .keptSecret())
                .build();
    }
}

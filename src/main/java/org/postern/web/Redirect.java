package org.postern.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** After a POST: see another page. The address stays relative, whatever host the request came by. */
public final class Redirect {
    private Redirect() {}

    /** @param path beginning with a slash */
    public static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}

package org.postern.staff;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;

/** Redirects after a form, to paths of our own only. */
final class SeeOther {
    /** No second slash at the start, no backslash, no dot segment, no scheme: nothing that a browser takes for a host. */
    private static final Pattern OWN =
            Pattern.compile("/desk(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*(\\?[A-Za-z0-9._~=&%+-]*)?");

    private SeeOther() {}

    /** @param path of our own, beginning with one slash */
    static Response.ResponseBuilder at(String path) {
        return Response.status(303).location(URI.create(path));
    }

    /** {@code then} if it is a page of the desk, else the desk. */
    static String own(String then) {
        return OWN.matcher(then).matches() && !then.startsWith("/desk/sign-") ? then : "/desk";
    }
}

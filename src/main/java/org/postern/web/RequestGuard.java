package org.postern.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every page: answers only under our own names (421 elsewhere), takes a form only from our own pages
 * (403), refuses what is too long (413) or malformed (400), and sets the headers of {@link HeaderTable}.
 */
@WebFilter("/*")
public class RequestGuard extends HttpFilter {
    /** A form with a photo of 8 MB and its words; more is refused before it is read. */
    static final long LONGEST_BODY_BYTES = 14_680_064;

    private static final int LONGEST_QUERY = 4_096;
    /** What a monitor asks, under any name. */
    private static final Set<String> HEALTH = Set.of("/health", "/health/live", "/health/ready", "/health/started");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    /** @param origin ours, e.g. {@code https://letters.example.org} */
    public record Elsewhere(String origin) {}

    @Inject
    private Settings settings;

    @Inject
    private Visit visit;

    @Inject
    private PageHtml html;

    @SuppressWarnings("NullAway.Init")
    public RequestGuard() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        HeaderTable.of(path).headers().forEach(response::setHeader);
        visit.arriveAt(path);
        int refusal = refusal(request, path);
        if (refusal != 0) {
            refuse(response, refusal);
            return;
        }
        if (path.startsWith("/static/")) {
            // The pages' servlet takes every path; a file is the server's own business.
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            getServletContext().getNamedDispatcher("default").forward(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (request.getMethod().equals("POST")) {
            Form.readEarly(request);
        }
        chain.doFilter(request, response);
    }

    private int refusal(HttpServletRequest request, String path) {
        if (path.contains("/.") || path.contains(";")) {
            // Our addresses have no steps back and no parameters; what begins as a free path must not end elsewhere.
            return 400;
        }
        if (!knownHost(request, path)) {
            return 421;
        }
        if (!METHODS.contains(request.getMethod())) {
            return 405;
        }
        String query = request.getQueryString();
        if (query != null && (query.length() > LONGEST_QUERY || query.contains("%00"))) {
            return 400;
        }
        if (!request.getMethod().equals("POST")) {
            return 0;
        }
        if (request.getContentLengthLong() > LONGEST_BODY_BYTES) {
            return 413;
        }
        return fromOurOwnPage(request, settings.origins()) ? 0 : 403;
    }

    /** The health check is asked by machines under any name; a refusal has its style sheet; every page only under ours. */
    private boolean knownHost(HttpServletRequest request, String path) {
        String host = request.getHeader("Host");
        return HEALTH.contains(path)
                || path.startsWith("/static/")
                || (host != null && settings.hosts().contains(host.toLowerCase(Locale.ROOT)));
    }

    static boolean fromOurOwnPage(HttpServletRequest request, List<String> origins) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        @Nullable String origin = request.getHeader("Origin");
        return origin != null && origins.contains(origin);
    }

    private void refuse(HttpServletResponse response, int status) throws IOException {
        byte[] page = html.of(
                status == 421
                        // Under a name that is not ours no path leads to us: no link of the usual page would work.
                        ? Page.of(
                                "web/elsewhere",
                                new Elsewhere(settings.origins().get(0)))
                        : Page.of(
                                "web/error",
                                new ErrorPage.Model(status == 403 ? "foreign" : String.valueOf(status), "")));
        response.setStatus(status);
        response.setContentType("text/html; charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}

package org.postern.notify;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.web.Page;
import org.postern.web.Settings;

/** {@code /demo/mail}: what the demo would have sent, with links to click. */
@Path("/demo/mail")
@PermitAll
public class DemoMailPage {
    private static final int MOST = 100;

    @Inject
    private DemoMails mails;

    @Inject
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    public DemoMailPage() {}

    /** @param zone of the moments shown */
    public record Model(List<Row> mails, ZoneId zone) {}

    /** One mail; its paragraphs in pieces, so that links become links. */
    public record Row(long id, Instant made, String to, String subject, List<List<Piece>> paragraphs) {}

    /** @param href a path of our own, or null for plain words */
    public record Piece(String words, @Nullable String href) {}

    @GET
    @Transactional
    public Page all() {
        if (!settings.demo()) {
            throw new NotFoundException();
        }
        return Page.of(
                        "notify/demoMail",
                        new Model(mails.lately(MOST).stream().map(this::row).toList(), settings.zone()))
                .keptSecret();
    }

    private Row row(DemoMail mail) {
        return new Row(
                mail.id(),
                mail.made(),
                mail.recipient(),
                mail.subject(),
                Arrays.stream(mail.body().strip().split("\n\n+"))
                        .map(paragraph -> pieces(paragraph, settings.origins().get(0)))
                        .toList());
    }

    /** Links of our own become paths, so that they work under whichever name the demo is looked at. */
    static List<Piece> pieces(String body, String origin) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = body.indexOf(origin + "/"); at >= 0; at = body.indexOf(origin + "/", from)) {
            int end = at;
            while (end < body.length() && !Character.isWhitespace(body.charAt(end))) {
                end++;
            }
            pieces.add(new Piece(body.substring(from, at), null));
            pieces.add(new Piece(body.substring(at, end), body.substring(at + origin.length(), end)));
            from = end;
        }
        pieces.add(new Piece(body.substring(from), null));
        return pieces;
    }
}

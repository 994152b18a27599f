package org.postern.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.postern.notice.Notice;
import org.postern.notice.NoticeKind;
import org.postern.notice.Outbox;
import org.postern.web.Page;

/** {@code /desk/notices}: whether writers are told, and what the mail server said where they were not. Never to whom. */
@Path("/desk/notices")
@RolesAllowed({"organiser", "admin"})
public class NoticesPage {
    private static final int MOST = 200;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public NoticesPage() {}

    /** @param late those that the server did not take yet; {@code gaveUp}: those that nobody tries any more */
    public record Model(long waiting, long sent, long dropped, long gaveUpInAll, List<Row> late, List<Row> gaveUp) {}

    /** @param answer of the mail server, without any address */
    public record Row(UUID id, NoticeKind kind, int attempts, Instant made, String answer) {
        static Row of(Notice notice) {
            String answer = notice.answer();
            return new Row(notice.id(), notice.kind(), notice.attempts(), notice.made(), answer == null ? "" : answer);
        }
    }

    @GET
    @Transactional
    public Page all() {
        return Page.of(
                "notify/notices",
                new Model(
                        outbox.count(Notice.State.WAITING),
                        outbox.count(Notice.State.SENT),
                        outbox.count(Notice.State.DROPPED),
                        outbox.count(Notice.State.GAVE_UP),
                        outbox.late(MOST).stream().map(Row::of).toList(),
                        outbox.in(Notice.State.GAVE_UP, MOST).stream()
                                .map(Row::of)
                                .toList()));
    }

    /** Another try, with the next run of the timer. */
    @POST
    @Path("{id}/tries")
    @Transactional
    public Response tryAgain(@PathParam("id") UUID id) {
        outbox.lock(id).orElseThrow(NotFoundException::new).tryAgain(clock.instant());
        return Response.seeOther(URI.create("/desk/notices")).build();
    }
}

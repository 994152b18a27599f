package org.postern.post;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.typeset.Paper;
import org.postern.typeset.ScannedFile.Unusable.Reason;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;
import org.postern.vault.PieceCode;
import org.postern.vault.Token;
import org.postern.web.Form;
import org.postern.web.Messages;
import org.postern.web.OnceMore;
import org.postern.web.Page;
import org.postern.web.Redirect;
import org.postern.web.Visit;

/** Answers from prison: scans come in here, and wait until somebody said whose they are. For whoever has the paper. */
@Path("/desk/replies")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class RepliesPage {
    private static final int MOST_SAID = 20;
    private static final Set<String> SAID = Set.of("sent", "dropped", "busy", "empty", "gone");

    @Inject
    private ReplyScans scans;

    @Inject
    private ReplyDeeds deeds;

    @Inject
    private OnceMore onceMore;

    @Inject
    private ReplyMatch match;

    @Inject
    private Replies replies;

    @Inject
    private Letters letters;

    @Inject
    private Staff staff;

    @Inject
    private Pages pages;

    @Inject
    private Visit visit;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public RepliesPage() {}

    /**
     * @param once what tells this form from all others
     * @param code of the letter whose answer is scanned next; empty for none
     * @param whose that letter, if it is this member's to answer; null for none
     * @param taken how many answers were just taken in
     * @param said empty, or the message {@code replies.said.<said>}
     */
    public record Model(
            List<Row> rows,
            String once,
            String code,
            ReplyMatch.@Nullable Candidate whose,
            int taken,
            List<Refused> refused,
            String said) {}

    /** An answer in hand. */
    public record Row(Reply reply, int pages, ReplyMatch.@Nullable Candidate whose) {}

    /** @param why the message {@code replies.refused.<why>} */
    public record Refused(int file, String why) {}

    @GET
    @Transactional
    public Page list(
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("taken") @DefaultValue("0") int taken,
            @QueryParam("refused") List<String> refused,
            @QueryParam("said") @DefaultValue("") String said) {
        Optional<PieceCode> piece = PieceCode.parse(code);
        return Page.of(
                        "post/replies",
                        new Model(
                                replies.inHandOf(staff.id(), staff.siteId(), clock.instant()).stream()
                                        .map(this::row)
                                        .toList(),
                                Token.random().text(),
                                piece.map(PieceCode::text).orElse(""),
                                piece.flatMap(match::byCode).map(match::shown).orElse(null),
                                Math.max(0, Math.min(taken, MOST_SAID * 2)),
                                refused.stream()
                                        .limit(MOST_SAID)
                                        .flatMap(one -> refused(one).stream())
                                        .toList(),
                                SAID.contains(said) ? said : ""))
                .keptSecret();
    }

    /**
     * One file or several; what can be read is taken, what cannot is named by its place in the row. {@code once} is the
     * form's own: sent again it changes nothing.
     */
    @POST
    public Response take(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Optional<PieceCode> code = PieceCode.parse(form.text("code"));
        String kept = code.map(one -> "&code=" + one.symbols()).orElse("");
        List<byte[]> files = form.files("scan");
        if (files.isEmpty()) {
            return Redirect.to("/desk/replies?said=empty" + kept);
        }
        ReplyScans.Stack stack;
        try {
            stack = scans.read(files);
        } catch (ReplyScans.Busy e) {
            return Redirect.to("/desk/replies?said=busy" + kept);
        }
        Token once = Token.parse(form.text("once")).orElseGet(Token::random);
        List<UUID> taken = onceMore.of(() -> deeds.take(once, stack.pages(), code));
        StringBuilder refused = new StringBuilder();
        stack.refused()
                .forEach(one -> refused.append("&refused=")
                        .append(one.file())
                        .append('.')
                        .append(one.why()));
        if (taken.size() == 1 && refused.isEmpty()) {
            return Redirect.to("/desk/replies/" + taken.get(0));
        }
        return Redirect.to("/desk/replies?taken=" + taken.size() + refused + (taken.isEmpty() ? kept : ""));
    }

    /** A sheet to lay between two answers before they go through the scanner together. */
    @GET
    @Path("/separator.pdf")
    @Produces("application/pdf")
    public byte[] separator() {
        Sheet sheet = pages.typesetter().sheet(Paper.A4, visit.locale().getLanguage());
        sheet.code(65, 60, 80, ReplyScans.SEPARATOR);
        sheet.text(25, 160, 160, Type.of(22).strong(), Messages.say(visit.locale(), "replies.sheet"));
        sheet.text(25, 180, 160, Type.of(13), Messages.say(visit.locale(), "replies.sheet.words"));
        return sheet.pdf();
    }

    private Row row(Reply reply) {
        UUID letter = reply.letterId();
        return new Row(
                reply,
                replies.pages(reply).size(),
                letter == null ? null : letters.byId(letter).map(match::shown).orElse(null));
    }

    /** @param said {@code <file>.<reason>} */
    private static Optional<Refused> refused(String said) {
        int dot = said.indexOf('.');
        String why = said.substring(dot + 1);
        boolean known = dot > 0
                && said.substring(0, dot).matches("[0-9]{1,3}")
                && Arrays.stream(Reason.values()).anyMatch(one -> one.name().equals(why));
        return known ? Optional.of(new Refused(Integer.parseInt(said.substring(0, dot)), why)) : Optional.empty();
    }
}

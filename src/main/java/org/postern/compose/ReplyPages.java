package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Recipient;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.web.Form;
import org.postern.web.Languages;
import org.postern.web.Page;
import org.postern.web.Redirect;

/**
 * An answer from prison, for the writer of the letter it answers. The secret address shows that it is there; a button,
 * and the word if one was chosen, opens it: what only looks at links opens nothing and spends no day.
 */
@Path(Languages.PATH + "/replies/{token}")
@PermitAll
@RequestScoped
public class ReplyPages {
    private static final String KEY = "{key:[0-9]{1,9}-[A-Za-z0-9_-]{43}}";
    private static final Set<String> SAID = Set.of("erased", "asked", "not-asked", "over");

    @Inject
    private AccessTokens tokens;

    @Inject
    private Letters letters;

    @Inject
    private Replies replies;

    @Inject
    private Drafts drafts;

    @Inject
    private ReplyWords words;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public ReplyPages() {}

    /**
     * Before it is opened.
     *
     * @param many how many answers there are
     * @param pages of all of them
     * @param until when the first of them is erased; null where there is none any more
     * @param said empty, or the message {@code reply.said.<said>}
     */
    public record Closed(
            String address,
            Recipient to,
            int many,
            int pages,
            @Nullable Instant until,
            boolean hasWord,
            String said) {}

    /**
     * Open.
     *
     * @param address of this page, below the language
     * @param letter of the writer's page of the letter, below the language
     */
    public record Open(String address, String letter, Recipient to, List<Answer> answers, String said) {}

    /** @param translation empty while there is none */
    public record Answer(Reply reply, List<Replies.Leaf> pages, String translation) {}

    @GET
    @Transactional
    public Page closed(@PathParam("token") String token, @QueryParam("said") @DefaultValue("") String said) {
        return closed(token, letter(token), SAID.contains(said) ? said : "");
    }

    private Page closed(String token, Letter letter, String said) {
        List<Reply> all = replies.to(letter);
        return Page.of(
                        "compose/replyClosed",
                        new Closed(
                                "/replies/" + token,
                                drafts.recipient(letter),
                                all.size(),
                                all.stream()
                                        .mapToInt(one -> replies.pages(one).size())
                                        .sum(),
                                all.stream()
                                        .map(Reply::until)
                                        .min(Instant::compareTo)
                                        .orElse(null),
                                letters.hasWord(letter),
                                said))
                .keptSecret();
    }

    /** The button: from now on the days count. */
    @POST
    @Transactional
    public Response open(
            @PathParam("lang") String lang, @PathParam("token") String token, @Context HttpServletRequest request) {
        Letter letter = letter(token);
        ReplyWords.Tried tried = words.attempt(letter, Form.of(request).text("word"));
        if (tried != ReplyWords.Tried.RIGHT) {
            int status = tried == ReplyWords.Tried.WRONG ? 400 : 429;
            String said = tried == ReplyWords.Tried.WRONG ? "wrong" : "later";
            return Response.status(status)
                    .entity(closed(token, letter, said).withStatus(status))
                    .build();
        }
        Instant now = clock.instant();
        replies.to(letter).forEach(one -> replies.lock(one.id()).ifPresent(reply -> replies.open(reply, now)));
        return Redirect.to(here(lang, token) + "/" + words.opened(letter));
    }

    @GET
    @Path(KEY)
    @Transactional
    public Response read(
            @PathParam("lang") String lang,
            @PathParam("token") String token,
            @PathParam("key") String key,
            @QueryParam("said") @DefaultValue("") String said) {
        Letter letter = letter(token);
        if (!words.isOpen(letter, key)) {
            return Redirect.to(here(lang, token) + "?said=over");
        }
        List<Answer> answers = replies.to(letter).stream()
                .map(reply -> new Answer(
                        reply,
                        replies.pages(reply),
                        reply.isTranslated() ? replies.translationOf(reply).orElse("") : ""))
                .toList();
        Open model = new Open(
                "/replies/" + token + "/" + key,
                "/letters/" + token,
                drafts.recipient(letter),
                answers,
                SAID.contains(said) ? said : "");
        return Response.ok(Page.of("compose/reply", model).keptSecret()).build();
    }

    @GET
    @Path(KEY + "/{reply:[0-9a-f-]{36}}/{page:[0-9a-f-]{36}}.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] picture(
            @PathParam("token") String token,
            @PathParam("key") String key,
            @PathParam("reply") UUID id,
            @PathParam("page") UUID page) {
        return replies.picture(reply(token, key, id), page)
                .orElseThrow(NotFoundException::new)
                .jpeg();
    }

    /** Now, and not when its days are over. */
    @POST
    @Path(KEY + "/erasure")
    @Transactional
    public Response erase(
            @PathParam("lang") String lang,
            @PathParam("token") String token,
            @PathParam("key") String key,
            @Context HttpServletRequest request) {
        Reply reply = reply(token, key, idOf(Form.of(request).text("reply")));
        replies.erase(reply.id());
        return Redirect.to(here(lang, token) + "?said=erased");
    }

    /** The writer wants a translator to read it, into the language of these pages; or does not any more. */
    @POST
    @Path(KEY + "/translation")
    @Transactional
    public Response translate(
            @PathParam("lang") String lang,
            @PathParam("token") String token,
            @PathParam("key") String key,
            @Context HttpServletRequest request) {
        Form form = Form.of(request);
        Reply reply =
                replies.lock(reply(token, key, idOf(form.text("reply"))).id()).orElseThrow(NotFoundException::new);
        boolean wanted = form.text("wanted").equals("yes");
        reply.wantTranslation(wanted ? lang : null);
        return Redirect.to(here(lang, token) + "/" + key + "?said=" + (wanted ? "asked" : "not-asked"));
    }

    private Reply reply(String token, String key, UUID id) {
        Letter letter = letter(token);
        if (!words.isOpen(letter, key)) {
            throw new NotFoundException();
        }
        return replies.to(letter).stream()
                .filter(one -> Objects.equals(one.id(), id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Letter letter(String token) {
        return tokens.status(token).orElseThrow(NotFoundException::new);
    }

    private static String here(String lang, String token) {
        return "/" + lang + "/replies/" + token;
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}

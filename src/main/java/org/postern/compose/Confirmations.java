package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.web.Languages;
import org.postern.web.OnceMore;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** The link in the mail: opening it shows a button and spends nothing, for mail scanners open links; pressing confirms. */
@Path(Languages.PATH + "/confirmations/{token}")
@PermitAll
@RequestScoped
public class Confirmations {
    @Inject
    private AccessTokens tokens;

    @Inject
    private Letters letters;

    @Inject
    private SendLetter sendLetter;

    @Inject
    private OnceMore onceMore;

    @SuppressWarnings("NullAway.Init")
    public Confirmations() {}

    /**
     * @param waiting whether the button still does something
     * @param ended {@code expired}, {@code withdrawn} or {@code refused}: it is not on its way; null if it is
     * @param hasPage whether its page still has something to say
     * @param until when the message is erased without the button
     */
    public record Model(
            boolean waiting,
            @Nullable String ended,
            boolean hasPage,
            @Nullable Instant until) {}

    @GET
    @Transactional
    public Page show(@PathParam("token") String token) {
        return page(tokens.confirmation(token).orElseThrow(NotFoundException::new));
    }

    private static Page page(Letter letter) {
        String ended = ended(letter);
        Model model = new Model(
                letter.state() == LetterState.UNCONFIRMED, ended, letter.state() == LetterState.REFUSED, letter.due());
        return Page.of("compose/confirm", model)
                .withStatus(ended == null ? 200 : 410)
                .keptSecret();
    }

    private static @Nullable String ended(Letter letter) {
        return switch (letter.state()) {
            case EXPIRED -> "expired";
            case WITHDRAWN -> "withdrawn";
            case REFUSED -> "refused";
            case DRAFT,
                    UNCONFIRMED,
                    IN_REVIEW,
                    CHANGES_ASKED,
                    IN_TRANSLATION,
                    TRANSLATION_CHECK,
                    READY,
                    HELD,
                    BATCHED,
                    PRINTED,
                    UNSURE,
                    POSTED,
                    RETURNED,
                    REPLIED,
                    BANKED,
                    SELF_POSTED -> null;
        };
    }

    /** Begun again when two first letters of one person are confirmed at the same instant. */
    @POST
    public Response confirm(@PathParam("lang") String lang, @PathParam("token") String token) {
        return onceMore.of(() -> confirmNow(lang, token));
    }

    private Response confirmNow(String lang, String token) {
        Letter letter = tokens.confirmation(token)
                .flatMap(found -> letters.lock(found.id()))
                .orElseThrow(NotFoundException::new);
        Page page = page(letter);
        boolean over = letter.state() == LetterState.EXPIRED || letter.state() == LetterState.WITHDRAWN;
        return over
                ? Response.status(page.status()).entity(page).build()
                : Redirect.to("/" + lang + "/letters/"
                        + sendLetter.confirm(letter, token).text());
    }
}

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
import org.postern.web.Languages;
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
    private SendLetter sendLetter;

    @SuppressWarnings("NullAway.Init")
    public Confirmations() {}

    /**
     * @param waiting whether the button still does something
     * @param until when the message is erased without it
     */
    public record Model(
            boolean waiting, boolean expired, @Nullable Instant until) {}

    @GET
    @Transactional
    public Page show(@PathParam("token") String token) {
        Letter letter = tokens.confirmation(token).orElseThrow(NotFoundException::new);
        return Page.of(
                        "compose/confirm",
                        new Model(
                                letter.state() == LetterState.UNCONFIRMED,
                                letter.state() == LetterState.EXPIRED,
                                letter.due()))
                .keptSecret();
    }

    @POST
    @Transactional
    public Response confirm(@PathParam("lang") String lang, @PathParam("token") String token) {
        String status =
                sendLetter.confirm(token).orElseThrow(NotFoundException::new).text();
        return Redirect.to("/" + lang + "/letters/" + status);
    }
}

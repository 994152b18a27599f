package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.web.Form;
import org.postern.web.Languages;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** My letter by the code that was shown once, without an account. */
@Path(Languages.PATH + "/mine")
@PermitAll
@RequestScoped
public class MyLetters {
    @Inject
    private AccessTokens tokens;

    @Inject
    private CodeTries tries;

    @SuppressWarnings("NullAway.Init")
    public MyLetters() {}

    /** @param wrong what was typed, if no letter has that code */
    public record Model(String wrong) {}

    @GET
    public Page ask() {
        return Page.of("compose/mine", new Model("")).keptSecret();
    }

    @POST
    @Transactional
    public Response open(@PathParam("lang") String lang, @Context HttpServletRequest request) {
        String typed = Form.of(request).text("code");
        if (!tries.mayTry(request)) {
            throw new ClientErrorException(429);
        }
        Optional<Letter> letter = tokens.byCode(typed);
        if (letter.isEmpty()) {
            return Response.status(404)
                    .entity(Page.of("compose/mine", new Model(typed))
                            .withStatus(404)
                            .keptSecret())
                    .build();
        }
        tries.right(request);
        boolean draft = letter.get().state() == LetterState.DRAFT;
        String token = (draft ? tokens.mintDraft(letter.get()) : tokens.mintStatus(letter.get())).text();
        return Redirect.to("/" + lang + (draft ? "/drafts/" : "/letters/") + token);
    }
}

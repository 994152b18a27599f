package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.letter.Survey;
import org.postern.letter.Surveys;
import org.postern.web.Form;
import org.postern.web.Languages;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** One question to a letter's writer, by the same secret address as the letter's page: three buttons. */
@Path(Languages.PATH + "/surveys/{token}")
@PermitAll
@RequestScoped
public class SurveyPages {
    @Inject
    private AccessTokens tokens;

    @Inject
    private Letters letters;

    @Inject
    private Surveys surveys;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public SurveyPages() {}

    /**
     * @param token of the letter's page
     * @param weeks how long ago it was posted; null while nothing is asked
     */
    public record Model(
            String token, Recipient to, @Nullable Integer weeks) {}

    @GET
    @Transactional
    public Page show(@PathParam("token") String token) {
        Letter letter = letter(token);
        Recipient to = people.byId(letter.recipientId()).orElseThrow();
        return Page.of(
                        "compose/survey",
                        new Model(
                                token, to, surveys.due(letter, clock.instant()).orElse(null)))
                .keptSecret();
    }

    @POST
    @Transactional
    public Response answer(
            @PathParam("lang") String lang, @PathParam("token") String token, @Context HttpServletRequest request) {
        Letter letter = letters.lock(letter(token).id()).orElseThrow(NotFoundException::new);
        Optional<Survey.Answer> answer = Stream.of(Survey.Answer.values())
                .filter(one -> one.name().equals(Form.of(request).text("answer")))
                .findFirst();
        if (answer.isEmpty()) {
            return Redirect.to("/" + lang + "/surveys/" + token);
        }
        Recipient to = people.byId(letter.recipientId()).orElseThrow();
        surveys.answer(letter, answer.get(), people.whereOn(to, letter.postedOn()), clock.instant());
        return Redirect.to("/" + lang + "/letters/" + token + "?said=asked");
    }

    private Letter letter(String token) {
        return tokens.status(token).orElseThrow(NotFoundException::new);
    }
}

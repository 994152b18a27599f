package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.letter.WriterQuestions;
import org.postern.letter.WriterQuestions.Asked;
import org.postern.web.Form;
import org.postern.web.Languages;
import org.postern.web.OnceMore;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** A writer's answer to one question of whoever translates the letter. */
@Path(Languages.PATH + "/letters/{token}/answers/{question:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
@PermitAll
@RequestScoped
public class Answers {
    @Inject
    private AccessTokens tokens;

    @Inject
    private Letters letters;

    @Inject
    private WriterQuestions questions;

    @Inject
    private OnceMore onceMore;

    @Inject
    private Clock clock;

    @PathParam("lang")
    private String lang;

    @PathParam("token")
    private String token;

    @PathParam("question")
    private UUID question;

    @SuppressWarnings("NullAway.Init")
    public Answers() {}

    /**
     * One question by itself, where an answer was not as it should be.
     *
     * @param address of the letter's page, below the language
     * @param typed what was typed
     * @param wrong empty, or the message {@code question.answer.wrong.<wrong>}
     */
    public record Model(String address, Asked asked, String typed, String wrong) {}

    /**
     * An answer that came too late.
     *
     * @param address of the letter's page, below the language
     */
    public record Late(String address, String typed) {}

    @POST
    public Response answer(@Context HttpServletRequest request) {
        String words = Form.of(request).text("answer");
        return onceMore.of(() -> take(words));
    }

    private Response take(String words) {
        if (words.isEmpty()) {
            return page(words, "empty", 400);
        }
        if (words.length() > WriterQuestions.LONGEST_ANSWER) {
            return page(words, "long", 400);
        }
        Letter letter = letters.lock(letter().id()).orElseThrow(NotFoundException::new);
        return questions.answer(letter, question, words, clock.instant()) || isTaken(letter, words)
                ? back("answer-taken")
                : late(words);
    }

    /** The same form sent twice. */
    private boolean isTaken(Letter letter, String words) {
        return questions.of(letter).stream()
                .anyMatch(asked -> asked.id().equals(question) && words.equals(asked.answer()));
    }

    /** Nobody reads it any more; what was typed is not lost for that. */
    private Response late(String words) {
        return Response.ok(Page.of("compose/answerLate", new Late("/letters/" + token, words))
                        .keptSecret()
                        .withStatus(Response.Status.CONFLICT.getStatusCode()))
                .build();
    }

    private Response page(String typed, String wrong, int status) {
        return questions.toWriterOf(letter()).stream()
                .filter(asked -> asked.id().equals(question) && asked.isOpen())
                .findFirst()
                .map(asked -> Response.ok(Page.of("compose/answer", new Model("/letters/" + token, asked, typed, wrong))
                                .keptSecret()
                                .withStatus(status))
                        .build())
                .orElseGet(() -> late(typed));
    }

    private Response back(String said) {
        return Redirect.to("/" + lang + "/letters/" + token + "?said=" + said);
    }

    private Letter letter() {
        return tokens.status(token).orElseThrow(NotFoundException::new);
    }
}

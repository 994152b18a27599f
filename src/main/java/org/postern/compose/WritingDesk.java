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
import org.postern.directory.Objection;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.web.Form;
import org.postern.web.Languages;
import org.postern.web.OnceMore;
import org.postern.web.Page;

/**
 * The writing desk of a new letter. Its first POST keeps everything as a sealed draft and leads to the draft's own
 * address, where errors, previews and the back button lose nothing.
 */
@Path(Languages.PATH + "/{kind:people|officials}/{slug}/letter")
@PermitAll
@RequestScoped
public class WritingDesk {
    @Inject
    private People people;

    @Inject
    private Drafts drafts;

    @Inject
    private AccessTokens tokens;

    @Inject
    private FormKeys formKeys;

    @Inject
    private WritingPages pages;

    @Inject
    private SecondThoughts secondThoughts;

    @Inject
    private NextStep nextStep;

    @Inject
    private Letters letters;

    @Inject
    private Darkroom darkroom;

    @Inject
    private OnceMore onceMore;

    @SuppressWarnings("NullAway.Init")
    public WritingDesk() {}

    @GET
    @Transactional
    public Page blank(@PathParam("lang") String lang, @PathParam("kind") String kind, @PathParam("slug") String slug) {
        Recipient to = recipient(kind, slug);
        return pages.blank(to, Typed.empty(lang), formKeys.make(to));
    }

    /** Begun again when it meets its own double: an impatient finger gets the answer of the second click. */
    @POST
    public Response write(
            @PathParam("lang") String lang,
            @PathParam("kind") String kind,
            @PathParam("slug") String slug,
            @Context HttpServletRequest request) {
        Form form = Form.of(request);
        String formKey = form.text("formKey");
        Recipient to = onceMore.of(() -> recipient(kind, slug));
        if (!formKeys.isOurs(formKey, to)) {
            // Too old, or made elsewhere: a new key, and every word is still there. Its photo was not even opened.
            Objection old = Objection.warns("body", "objection.old-form");
            return givenBack(to, Typed.of(form, lang), old, 200);
        }
        TakenForm taken = TakenForm.of(form, lang, darkroom);
        return onceMore.of(() -> write(lang, recipient(kind, slug), formKeys.stored(formKey), taken));
    }

    private Response write(String lang, Recipient to, String formKey, TakenForm taken) {
        if (taken.refusal() != null) {
            return givenBack(to, taken.words(), taken.refusal(), taken.refusedWith());
        }
        if (letters.begunWith(formKey).isEmpty() && drafts.areFull()) {
            return givenBack(to, taken.words(), Drafts.FULL, 503);
        }
        Typed typed = taken.typed(null);
        Letter letter = drafts.keep(formKey, lang, to, typed);
        return letter.state() == LetterState.DRAFT
                ? nextStep.of(
                        lang, letter, to, taken, () -> tokens.mintDraft(letter).text())
                : secondThoughts.notADraft(lang, letter, typed, taken.wants("send"));
    }

    private Response givenBack(Recipient to, Typed typed, Objection why, int status) {
        return pages.givenBack(to, typed, why, status, WritingPages.Place.blank(formKeys.make(to)));
    }

    private Recipient recipient(String kind, String slug) {
        return kind.equals("people")
                ? people.prisoner(slug).orElseThrow(NotFoundException::new)
                : people.official(slug).orElseThrow(NotFoundException::new);
    }
}

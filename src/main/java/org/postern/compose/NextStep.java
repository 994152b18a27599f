package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.postern.directory.Objection;
import org.postern.directory.Recipient;
import org.postern.letter.Letter;
import org.postern.web.Redirect;

/** What follows when a draft was kept: it is sent, saved under a code, or shown with all that stands against it. */
@ApplicationScoped
class NextStep {
    @Inject
    private Drafts drafts;

    @Inject
    private Judge judge;

    @Inject
    private SendLetter sendLetter;

    @Inject
    private WritingPages pages;

    @SuppressWarnings("NullAway.Init")
    NextStep() {}

    /** @param draftCode gives the secret of the draft's own address; asked only where the draft stays one */
    Response of(String lang, Letter letter, Recipient to, TakenForm taken, Supplier<String> draftCode) {
        Typed typed = drafts.typed(letter);
        Objection fault = taken.photo().objection();
        if (taken.wants("send") && judge.of(typed, to, fault).mayBeSent()) {
            return sendLetter
                    .send(letter, typed)
                    .map(receipt -> pages.receipt(lang, receipt))
                    .orElseGet(() -> WritingPages.intoTheMailbox(lang));
        }
        String code = draftCode.get();
        if (taken.wants("save")) {
            drafts.keepLonger(letter);
            return pages.savedFor(lang, letter, code);
        }
        return Redirect.to(
                "/" + lang + "/drafts/" + code + taken.photo().toSay() + (taken.wants("send") ? "#errors" : "#print"));
    }
}

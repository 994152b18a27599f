package org.postern.journey;

import com.microsoft.playwright.Page;

/** A reader who does more than approve. */
final class Readers {
    private final RunningPostern postern;
    private final Deeds deeds;

    Readers(RunningPostern postern, Deeds deeds) {
        this.postern = postern;
        this.deeds = deeds;
    }

    /** Reads until the letter with these words comes, and asks its writer for changes. */
    void askForChanges(String words, String advice) {
        Page page = deeds.lookInAs("moderator");
        for (int i = 0; i < 60; i++) {
            page.navigate(postern.origin() + "/desk/review");
            page.locator("form[action='/desk/review/claims'] button.primary").click();
            if (page.locator("article.letter").innerText().contains(words)) {
                page.locator("button[name=open][value=changes]").click();
                page.locator("input[name=about][value=PERSONAL]").check();
                page.locator("#advice").fill(advice);
                Chromium.shot(page, "reading-room-changes");
                page.locator("button[name=decision][value=changes]").click();
                return;
            }
            page.locator("button[name=decision][value=approve]").click();
        }
        throw new AssertionError("The letter never came to the reader");
    }
}

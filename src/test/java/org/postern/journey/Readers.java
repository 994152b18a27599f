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
        Page page = readUntil(words);
        page.locator("button[name=open][value=changes]").click();
        page.locator("input[name=about][value=PERSONAL]").check();
        page.locator("#advice").fill(advice);
        Chromium.shot(page, "reading-room-changes");
        page.locator("button[name=decision][value=changes]").click();
    }

    /** @return the page on which the letter with these words is open; those before it were approved */
    Page readUntil(String words) {
        Page page = deeds.lookInAs("moderator");
        for (int i = 0; i < 60; i++) {
            page.navigate(postern.origin() + "/desk/review");
            page.locator("form[action='/desk/review/claims'] button.primary").click();
            if (page.locator("article.letter").innerText().contains(words)) {
                return page;
            }
            approve(page);
        }
        throw new AssertionError("The letter never came to the reader");
    }

    static void approve(Page page) {
        page.locator("button[name=decision][value=approve]").click();
    }
}

package org.postern.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A translator, and the second reader who is never the same person. */
final class Translators {
    private final RunningPostern postern;
    private final Deeds deeds;

    Translators(RunningPostern postern, Deeds deeds) {
        this.postern = postern;
        this.deeds = deeds;
    }

    /** Translates letters from English until the one with these words is done; a moderator checks it. */
    void translateUntil(String words, String... paragraphs) {
        Page page = deeds.lookInAs("translator");
        for (int i = 0; i < 20; i++) {
            page.navigate(postern.origin() + "/desk/translations");
            page.locator(
                            "form[action='/desk/translations/claims']:has(input[name=from][value=en]):has(input[name=into][value=ru]) button")
                    .first()
                    .click();
            boolean mine = page.locator("main").innerText().contains(words);
            Locator areas = page.locator(".pairs textarea[name^=p], .pairs textarea[name=whole]");
            for (int a = 0; a < areas.count(); a++) {
                areas.nth(a).fill(mine && a < paragraphs.length ? paragraphs[a] : "Перевод.");
            }
            if (mine) {
                Chromium.shot(page, "translation");
            }
            page.locator("button[name=decision][value=finish]").click();
            if (mine) {
                break;
            }
        }
        accept(words);
    }

    private void accept(String words) {
        Page page = deeds.lookInAs("moderator");
        for (int i = 0; i < 20; i++) {
            page.navigate(postern.origin() + "/desk/translations/checks");
            page.locator("form[action='/desk/translations/checks/claims'] button.primary")
                    .click();
            boolean mine = page.locator("main").innerText().contains(words);
            page.locator("button[name=decision][value=accept]").click();
            if (mine) {
                return;
            }
        }
        throw new AssertionError("The translation never came to the second reader");
    }
}

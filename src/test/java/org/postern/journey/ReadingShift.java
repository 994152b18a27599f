package org.postern.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One member's work in the readers' and the translators' rooms, in one browser window. Keeps which letters they had. */
final class ReadingShift {
    /** More often than this "somebody else is just taking one" is not said in a row. */
    private static final int PATIENCE = 20;

    private final RunningPostern postern;
    private final Page page;
    private final String name;
    private final List<UUID> had = new ArrayList<>();

    ReadingShift(RunningPostern postern, Page page, String name) {
        this.postern = postern;
        this.page = page;
        this.name = name;
    }

    String name() {
        return name;
    }

    Page page() {
        return page;
    }

    /** @return the letters in the order in which they were dealt */
    List<UUID> had() {
        return List.copyOf(had);
    }

    // --- reading ------------------------------------------------------------------------------------------------

    /** @return false if nothing is left to read */
    boolean next() {
        return claim("/desk/review", "form[action='/desk/review/claims'] button.primary", "article.letter");
    }

    /** Reads and approves what comes, until nothing comes any more. */
    void approveAll() {
        while (next()) {
            Readers.approve(page);
        }
    }

    /** Approves what comes until this letter is open. */
    void approveUntil(UUID letter) {
        while (next()) {
            if (letter.equals(had.get(had.size() - 1))) {
                return;
            }
            Readers.approve(page);
        }
        throw new AssertionError("It was never dealt: " + letter);
    }

    // --- translating --------------------------------------------------------------------------------------------

    /** @return false if no English letter waits to be translated into Russian */
    boolean nextToTranslate() {
        return claim(
                "/desk/translations",
                "form[action='/desk/translations/claims']:has(input[name=from][value=en]):has(input[name=into][value=ru])"
                        + " button",
                ".pairs");
    }

    /** Translates from English into Russian what waits, until nothing waits any more. */
    void translateAll() {
        while (nextToTranslate()) {
            translateOpen();
        }
    }

    void translateOpen() {
        Locator fields = page.locator(".pairs textarea[name^=p]");
        for (int i = 0; i < fields.count(); i++) {
            Locator row = page.locator(".pairs .row").nth(i);
            fields.nth(i)
                    .fill("Перевод: "
                            + row.locator("p.letter").first().innerText().replaceAll("\\D", ""));
        }
        page.locator("button[name=decision][value=finish]").click();
    }

    /** Reads and accepts the translations of others, until none is left. */
    void acceptAll() {
        while (claim(
                "/desk/translations/checks",
                "form[action='/desk/translations/checks/claims'] button.primary",
                ".pairs")) {
            page.locator("button[name=decision][value=accept]").click();
        }
    }

    /** Presses the button of a room until a letter is open, or the room has none. */
    private boolean claim(String room, String button, String letter) {
        for (int i = 0; i < PATIENCE; i++) {
            page.navigate(postern.origin() + room);
            Locator take = page.locator(button);
            if (take.count() == 0) {
                return false;
            }
            take.first().click();
            if (page.locator(letter).count() > 0) {
                String path = page.url().replaceFirst("[?#].*", "");
                had.add(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
                return true;
            }
            if (page.url().contains("said=nothing") || page.url().contains("said=others")) {
                return false;
            }
        }
        throw new AssertionError("Nothing is dealt, and nothing says why: " + page.url());
    }
}

package org.postern.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Members who join as members do: an administrator makes a link, the member opens it and chooses a name and a password. */
final class Crew {
    private static final String PASSWORD = "twelve quiet herons";

    private Crew() {}

    /** @return the link that the administrator passes on */
    static String invite(Deeds administrator, RunningPostern postern, String role, boolean lead) {
        Page page = administrator.lookInAs("admin");
        page.navigate(postern.origin() + "/desk/staff");
        Locator form = page.locator("form[action='/desk/staff']");
        form.locator("input[name=role][value='" + role + "']").check();
        if (lead) {
            form.locator("input[name=lead]").check();
        }
        form.locator("button.primary").click();
        return page.locator("p.told[dir=ltr]").innerText().strip();
    }

    /** @return the member's page, signed in */
    static Page join(Deeds member, String link, String name) {
        Page page = member.somebody();
        page.navigate(link);
        page.locator("#name").fill(name);
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("main button.primary").click();
        assertThat(page.locator("header .me")).containsText(name);
        return page;
    }
}

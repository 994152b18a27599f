package org.postern.journey;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at open pages as a careful visitor would, narrow and wide, and writes down what is wrong. */
final class Eye {
    static final List<Integer> WIDTHS = List.of(390, 1280);
    static final List<Integer> NARROW = List.of(390);

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*(\\.[A-Za-z0-9_-]+)+");
    private static final Pattern UNFILLED = Pattern.compile("\\?\\?\\?|\\{\\d");

    /** Asked of the browser in one go; works where the page itself may run nothing. */
    private static final String FACTS = """
            () => {
              const texts = [document.title, document.body.innerText];
              for (const name of ['alt', 'aria-label', 'title', 'placeholder', 'value'])
                document.querySelectorAll('[' + name + ']').forEach(e => texts.push(e.getAttribute(name)));
              const root = document.documentElement;
              return {
                lang: root.lang,
                dir: root.dir,
                title: document.title.trim(),
                headings: document.querySelectorAll('h1').length,
                heading: (document.querySelector('h1') || {innerText: ''}).innerText.trim(),
                sheets: document.styleSheets.length,
                wide: root.scrollWidth > innerWidth
                  ? [...document.querySelectorAll('body *')]
                      .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
                      .slice(0, 3).map(e => e.tagName + '.' + e.className).join(' ') || 'something'
                  : '',
                broken: [...document.images].filter(i => i.complete && i.naturalWidth === 0).map(i => i.src).join(' '),
                text: texts.join('\\n')
              };
            }
            """;

    private final Properties messages = messages("en");
    private final List<String> findings = new ArrayList<>();
    private final String origin;

    /** @param origin nothing may be asked of any other */
    Eye(String origin) {
        this.origin = origin;
    }

    List<String> findings() {
        return findings;
    }

    void found(String where, String what) {
        findings.add(where + ": " + what);
    }

    /** Keeps an eye on what a page asks for and complains of, from now on. */
    Page on(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                found(page.url(), "on the console: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                found(page.url(), "needs what answers " + response.status() + ": " + response.url());
            }
        });
        page.onPageError(error -> found(page.url(), "script error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(origin + "/") && !request.url().startsWith("data:")) {
                found(page.url(), "asks elsewhere: " + request.url());
            }
        });
        return page;
    }

    /** Layout and words, with a picture of each. */
    void look(Page page, String name, String lang, List<Integer> widths) {
        for (int width : widths) {
            page.setViewportSize(width, 900);
            facts(page, name + " at " + width, lang, !name.endsWith("leave"));
            Chromium.shot(page, name + "-" + width);
        }
    }

    /**
     * The rules that a machine can judge; the page must be open where scripts run. The wide screen is one that somebody
     * set to dark.
     */
    void judge(Page page, String name, List<Integer> widths) {
        for (int width : widths) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(width == WIDTHS.get(0) ? ColorScheme.LIGHT : ColorScheme.DARK));
            AxeRunOptions options = new AxeRunOptions();
            // What passed is not read, and to describe it takes as long as to judge it.
            options.setResultTypes(List.of("violations"));
            for (Rule rule : new AxeBuilder(page)
                    .options(options)
                    .withTags(RULES)
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations()) {
                rule.getNodes().stream()
                        .limit(3)
                        .forEach(node -> found(
                                name + " at " + width, rule.getId() + " " + node.getTarget() + " " + node.getHtml()));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void facts(Page page, String where, String lang, boolean styled) {
        Map<String, Object> facts = (Map<String, Object>) Objects.requireNonNull(page.evaluate(FACTS));
        expect(where, "language", facts.get("lang"), lang);
        expect(where, "direction", facts.get("dir"), lang.equals("fa") ? "rtl" : "ltr");
        expect(where, "number of h1", facts.get("headings"), 1);
        expect(where, "style sheets", facts.get("sheets"), styled ? 1 : 0);
        expect(where, "wider than the window", facts.get("wide"), "");
        expect(where, "broken pictures", facts.get("broken"), "");
        if ("".equals(facts.get("title")) || "".equals(facts.get("heading"))) {
            found(where, "no title or heading");
        }
        String text = String.valueOf(facts.get("text"));
        if (UNFILLED.matcher(text).find()) {
            found(where, "an unfilled message");
        }
        WORD.matcher(text)
                .results()
                .map(word -> word.group())
                .distinct()
                .filter(messages::containsKey)
                .forEach(key -> found(where, "a raw message key: " + key));
    }

    private void expect(String where, String what, @Nullable Object seen, Object expected) {
        if (!expected.equals(seen)) {
            found(where, what + " is " + seen + ", not " + expected);
        }
    }

    /** @return the words of a language, by key */
    static Properties messages(String tag) {
        Properties words = new Properties();
        try (var in = Objects.requireNonNull(Eye.class.getResourceAsStream("/messages_" + tag + ".properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

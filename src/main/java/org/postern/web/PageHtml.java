package org.postern.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Renders a {@link Page}: whole into memory first, so that a page with a mistake is an error page, never half a page. */
@ApplicationScoped
class PageHtml {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    static {
        TEMPLATES.setBinaryStaticContent(false);
    }

    @Inject
    private Visit visit;

    @Inject
    private Settings settings;

    @Inject
    private Assets assets;

    @Inject
    private DemoStrip demoStrip;

    @SuppressWarnings("NullAway.Init")
    PageHtml() {}

    /** @return UTF-8, in the language of this visit */
    byte[] of(Page page) {
        View view = new View(visit, assets, settings.zone(), settings.demo(), demoStrip.mails());
        Utf8ByteOutput output = new Utf8ByteOutput();
        TEMPLATES.render(page.template() + ".jte", Map.of("view", view, "page", page.model()), output);
        return output.toByteArray();
    }
}

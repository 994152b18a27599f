package org.postern.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

/** Renders a {@link Page}: whole into memory first, so that a page with a mistake is an error page, never half a page. */
@Provider
public class PageWriter implements MessageBodyWriter<Page> {
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
    public PageWriter() {}

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException, WebApplicationException {
        byte[] html = render(page);
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8");
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, html.length);
        out.write(html);
    }

    private byte[] render(Page page) throws IOException {
        View view = new View(visit, assets, settings.zone(), settings.demo(), demoStrip.mails());
        Utf8ByteOutput output = new Utf8ByteOutput();
        TEMPLATES.render(page.template() + ".jte", Map.of("view", view, "page", page.model()), output);
        return output.toByteArray();
    }
}

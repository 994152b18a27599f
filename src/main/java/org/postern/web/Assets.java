package org.postern.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Static files carry a mark of their content in their address, so that caches may keep them for a year. */
@ApplicationScoped
class Assets {
    private static final String[] FILES = {"postern.css", "postern.svg", "htmx.min.js", "desk.js"};

    @Inject
    private ServletContext context;

    private String mark = "0";

    @SuppressWarnings("NullAway.Init")
    public Assets() {}

    @PostConstruct
    void readFiles() {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            try (InputStream in = context.getResourceAsStream("/static/" + file)) {
                if (in != null) {
                    sum.update(in.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        mark = Long.toHexString(sum.getValue());
    }

    /** @return e.g. {@code /static/postern.css?v=1f3a} */
    public String address(String file) {
        return "/static/" + file + "?v=" + mark;
    }
}

package org.postern;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The root of every page: pages live at {@code /}, static files under {@code /static}. */
@ApplicationPath("/")
public class PosternApplication extends Application {

    /** Redirects stay relative: behind a proxy the server does not know that people reach it by https. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}

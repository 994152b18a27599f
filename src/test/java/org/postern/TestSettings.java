package org.postern;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.postern.web.Settings;

/** Settings as a test wants them; what it does not name is an error, so that no test leans on a default by accident. */
public final class TestSettings {
    private TestSettings() {}

    /** By full names, such as {@code postern.demo}. */
    public static Settings of(Map<String, String> values) {
        return new Settings((Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    String value = values.get((String) arguments[0]);
                    if (method.getName().equals("getOptionalValue")) {
                        return Optional.ofNullable(value);
                    }
                    if (value == null) {
                        throw new IllegalStateException("the test sets no " + arguments[0]);
                    }
                    return arguments[1] == Boolean.class ? Boolean.valueOf(value) : value;
                }));
    }
}

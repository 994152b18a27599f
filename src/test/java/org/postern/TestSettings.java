package org.postern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.postern.web.Settings;

/** The product's settings with its own defaults, and some changed: {@code TestSettings.of("postern.demo", "false")}. */
public final class TestSettings implements Config {
    private final Map<String, String> values = new LinkedHashMap<>();

    private TestSettings() {
        java.util.Properties defaults = new java.util.Properties();
        try (var in = Settings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        defaults.forEach((key, value) -> values.put((String) key, (String) value));
    }

    /** @param keysAndValues in turn */
    public static Settings of(String... keysAndValues) {
        TestSettings settings = new TestSettings();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Settings(settings);
    }

    /** By full names, such as {@code postern.demo}. */
    public static Settings of(Map<String, String> changed) {
        TestSettings settings = new TestSettings();
        settings.values.putAll(changed);
        return new Settings(settings);
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        String value = values.get(name);
        // As the specification has it: an empty value is no value.
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(type.cast(converted(value, type)));
    }

    private static Object converted(String value, Class<?> type) {
        if (type == Boolean.class) {
            return Boolean.valueOf(value);
        }
        return type == Integer.class ? (Object) Integer.valueOf(value) : value;
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}

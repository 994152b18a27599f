package org.postern.typeset;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets one letter without a server, for those who design stationeries: {@code Cli manuscript.json out.pdf}. Exit codes: 0
 * written, 1 cannot run (a line says why), 2 objections, a line each. {@code -Dpostern.templates} and
 * {@code -Dpostern.fonts} name folders of their own.
 */
public final class Cli {
    private static final Set<String> KEYS = Set.of(
            "stationery",
            "language",
            "date",
            "returnLine",
            "addressLines",
            "body",
            "signature",
            "photo",
            "reference",
            "pictures");

    private Cli() {}

    public static void main(String[] arguments) {
        // standard error is for findings: no log binding is on this class path, and each would say so
        System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.LogFactoryImpl");
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        System.exit(run(List.of(arguments), System.err));
    }

    static int run(List<String> arguments, PrintStream errors) {
        if (arguments.size() != 2) {
            errors.println("usage: Cli manuscript.json out.pdf");
            return 1;
        }
        try {
            Path source = Path.of(arguments.get(0));
            var json = JsonParser.parseString(Files.readString(source)).getAsJsonObject();
            Typesetting set = typesetter().set(manuscript(json, source), PrintOptions.plain());
            if (!set.findings().isEmpty()) {
                set.findings().forEach(finding -> errors.println(finding.line()));
                return 2;
            }
            Files.write(Path.of(arguments.get(1)), set.pdf());
            return 0;
        } catch (Photo.Unusable e) {
            errors.println("photo: " + e.reason());
            return 2;
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | DateTimeException e) {
            errors.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            return 1;
        }
    }

    private static Typesetter typesetter() {
        String templates = System.getProperty("postern.templates");
        var fonts = FontFolders.parse(System.getProperty("postern.fonts", ""));
        Path natives = Path.of(System.getProperty("java.io.tmpdir"), "postern-native");
        return Typesetter.withFonts(fonts, templates == null ? null : Path.of(templates), natives);
    }

    private static Manuscript manuscript(JsonObject json, Path source) throws IOException, Photo.Unusable {
        for (String key : json.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("unknown key " + key);
            }
        }
        String photo = text(json, "photo");
        return new Manuscript(
                required(json, "stationery"),
                required(json, "language"),
                LocalDate.parse(required(json, "date")),
                text(json, "returnLine"),
                lines(json),
                required(json, "body"),
                json.has("signature") ? required(json, "signature") : "",
                photo == null ? null : photo(photo, source),
                text(json, "reference"),
                pictures(json, source));
    }

    private static List<Picture> pictures(JsonObject json, Path source) throws IOException, Photo.Unusable {
        var pictures = new ArrayList<Picture>();
        JsonArray array = json.has("pictures") ? json.getAsJsonArray("pictures") : new JsonArray();
        for (JsonElement element : array) {
            JsonObject picture = element.getAsJsonObject();
            String caption = text(picture, "caption");
            pictures.add(new Picture(photo(required(picture, "file"), source), caption == null ? "" : caption));
        }
        return pictures;
    }

    private static Photo photo(String name, Path source) throws IOException, Photo.Unusable {
        return Photo.of(Files.readAllBytes(source.toAbsolutePath().resolveSibling(name)));
    }

    private static List<String> lines(JsonObject json) {
        var lines = new ArrayList<String>();
        JsonArray array = json.has("addressLines") ? json.getAsJsonArray("addressLines") : new JsonArray();
        for (JsonElement line : array) {
            lines.add(line.getAsString());
        }
        return lines;
    }

    private static String required(JsonObject json, String key) {
        String text = text(json, key);
        if (text == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }

    private static @Nullable String text(JsonObject json, String key) {
        JsonElement value = json.get(key);
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }
}

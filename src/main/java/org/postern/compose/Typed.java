package org.postern.compose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Keeping;
import org.postern.letter.Words;
import org.postern.web.Form;

/**
 * Everything that stood in the form of a letter, right or wrong: it is sealed as it is, so that no error, no preview
 * and no second node loses a word.
 *
 * @param email as typed; empty for none
 * @param updates whether the writer wants to hear when it is posted
 * @param reply whether the address may be kept for a reply
 * @param photo a JPEG, upright and without metadata; null for none
 */
record Typed(
        String body,
        String signedAs,
        String language,
        String email,
        boolean updates,
        boolean reply,
        byte @Nullable [] photo) {

    static Typed empty(String language) {
        return new Typed("", "", language, "", true, false, null);
    }

    static Typed of(Form form, byte @Nullable [] photo) {
        return new Typed(
                form.raw("body").stripTrailing(),
                form.text("signedAs"),
                form.text("language"),
                form.text("email"),
                form.has("updates"),
                form.has("reply"),
                photo);
    }

    static Typed of(Words words, String language) {
        return new Typed(words.body(), words.signedAs(), language, "", true, false, words.photo());
    }

    Words words() {
        return new Words(body, signedAs, photo);
    }

    Keeping keeping() {
        return reply ? Keeping.FOR_A_REPLY : updates ? Keeping.UNTIL_POSTED : Keeping.TO_CONFIRM;
    }

    /** @return what {@link #read} reads: a field a line, its value in base64 */
    String write() {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        fields.put("body", utf8(body));
        fields.put("signedAs", utf8(signedAs));
        fields.put("language", utf8(language));
        fields.put("email", utf8(email));
        fields.put("updates", utf8(String.valueOf(updates)));
        fields.put("reply", utf8(String.valueOf(reply)));
        if (photo != null) {
            fields.put("photo", photo);
        }
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(name)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(value))
                .append('\n'));
        return text.toString();
    }

    static Typed read(String written) {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        written.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            fields.put(line.substring(0, blank), Base64.getDecoder().decode(line.substring(blank + 1)));
        });
        return new Typed(
                text(fields, "body"),
                text(fields, "signedAs"),
                text(fields, "language"),
                text(fields, "email"),
                Boolean.parseBoolean(text(fields, "updates")),
                Boolean.parseBoolean(text(fields, "reply")),
                fields.get("photo"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Map<String, byte[]> fields, String name) {
        return new String(fields.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}

package org.postern.compose;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.letter.Keeping;
import org.postern.letter.Words;
import org.postern.typeset.Typesetter;
import org.postern.web.Form;

/**
 * Everything that stood in the form of a letter, right or wrong: it is sealed as it is, so that no error, no preview
 * and no second node loses a word.
 *
 * @param email as typed; empty for none
 * @param updates whether the writer wants to hear when it is posted
 * @param reply whether the address may be kept for a reply
 * @param word chosen to open a reply with; empty for none
 * @param notBefore the day it is to wait for, see {@link MailDate}; empty for none
 * @param photo a JPEG, upright and without metadata; null for none
 */
record Typed(
        String body,
        String signedAs,
        String language,
        String email,
        boolean updates,
        boolean reply,
        String word,
        String notBefore,
        byte @Nullable [] photo) {

    static final int LONGEST_WORD = 80;
    /** Longer than any address that a mail server takes. */
    private static final int LONGEST_EMAIL = 320;

    private static final int LONGEST_DAY = 40;

    static Typed empty(String language) {
        return new Typed("", "", language, "", true, false, "", "", null);
    }

    /**
     * What a form brings, its photo still apart.
     *
     * @param pageLanguage taken for a language that was never offered
     */
    static Typed of(Form form, String pageLanguage) {
        String language = form.text("language");
        return new Typed(
                form.raw("body").stripTrailing(),
                form.text("signedAs"),
                WritingPages.LANGUAGES.contains(language) ? language : pageLanguage,
                form.text("email"),
                form.has("updates"),
                form.has("reply"),
                form.text("word"),
                form.text(MailDate.FIELD),
                null);
    }

    static Typed of(Words words, String language) {
        return new Typed(words.body(), words.signedAs(), language, "", true, false, "", "", words.photo());
    }

    /** The same with the day that its letter waits for. */
    Typed waitingFor(String day) {
        return new Typed(body, signedAs, language, email, updates, reply, word, day, photo);
    }

    Typed with(byte @Nullable [] anotherPhoto) {
        return new Typed(body, signedAs, language, email, updates, reply, word, notBefore, anotherPhoto);
    }

    Typed with(String address, Keeping wish) {
        boolean forAReply = wish == Keeping.FOR_A_REPLY;
        return new Typed(
                body, signedAs, language, address, wish != Keeping.TO_CONFIRM, forAReply, word, notBefore, photo);
    }

    /** @return what is longer than anything that could be printed or mailed; it is given back and never stored */
    @Nullable
    Objection tooLong() {
        if (body.length() > Typesetter.LONGEST_BODY) {
            return Objection.blocks("body", "finding.TOO_LONG");
        }
        if (signedAs.length() > Typesetter.LONGEST_LINE) {
            return Objection.blocks("signedAs", "finding.TOO_LONG");
        }
        if (word.length() > LONGEST_WORD) {
            return Objection.blocks("word", "finding.TOO_LONG");
        }
        if (notBefore.length() > LONGEST_DAY) {
            return Objection.blocks(MailDate.FIELD, "finding.TOO_LONG");
        }
        return email.length() > LONGEST_EMAIL ? Objection.blocks("email", "objection.email.unreadable") : null;
    }

    Words words() {
        return new Words(body, signedAs, photo);
    }

    Keeping keeping() {
        return reply ? Keeping.FOR_A_REPLY : updates ? Keeping.UNTIL_POSTED : Keeping.TO_CONFIRM;
    }

    /**
     * All but the address, which is sealed under another key.
     *
     * @param kept the photo that is stored with the words; the same one is not written twice
     * @return what {@link #read} reads: a field a line, its value in base64
     */
    String write(byte @Nullable [] kept) {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        fields.put("body", utf8(body));
        fields.put("signedAs", utf8(signedAs));
        fields.put("language", utf8(language));
        fields.put("updates", utf8(String.valueOf(updates)));
        fields.put("reply", utf8(String.valueOf(reply)));
        fields.put("word", utf8(word));
        fields.put(MailDate.FIELD, utf8(notBefore));
        if (photo != null) {
            boolean same = Arrays.equals(photo, kept);
            fields.put(same ? SAME_PHOTO : "photo", same ? utf8("true") : photo);
        }
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(name)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(value))
                .append('\n'));
        return text.toString();
    }

    private static final String SAME_PHOTO = "samePhoto";

    static Typed read(String written, String email, byte @Nullable [] kept) {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        written.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            fields.put(line.substring(0, blank), Base64.getDecoder().decode(line.substring(blank + 1)));
        });
        return new Typed(
                text(fields, "body"),
                text(fields, "signedAs"),
                text(fields, "language"),
                email,
                Boolean.parseBoolean(text(fields, "updates")),
                Boolean.parseBoolean(text(fields, "reply")),
                text(fields, "word"),
                text(fields, MailDate.FIELD),
                fields.containsKey(SAME_PHOTO) ? kept : fields.get("photo"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Map<String, byte[]> fields, String name) {
        return new String(fields.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}

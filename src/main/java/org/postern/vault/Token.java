package org.postern.vault;

import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * A secret for a link: 32 random bytes. Only its {@link #hash} is stored.
 *
 * @param text 43 characters, base64url
 */
public record Token(String text) {
    private static final int BYTES = 32;

    public Token {
        if (!isToken(text)) {
            throw new IllegalArgumentException("not a token");
        }
    }

    public static Token random() {
        return new Token(encode(Random.randBytes(BYTES)));
    }

    /** Reads what came with a link; empty for anything but the exact characters. */
    public static Optional<Token> parse(String text) {
        return isToken(text) ? Optional.of(new Token(text)) : Optional.empty();
    }

    /** What is stored: 43 characters, base64url of SHA-256. A look-up by it tells nothing by its time. */
    public String hash() {
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Not the token: it is a secret, and this lands in logs. */
    @Override
    public String toString() {
        return "Token";
    }

    private static boolean isToken(String text) {
        if (!text.matches("[A-Za-z0-9_-]{43}")) {
            return false;
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        return bytes.length == BYTES && encode(bytes).equals(text);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

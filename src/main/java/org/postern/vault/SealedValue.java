package org.postern.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/**
 * The bytes that are stored: version (1) ‖ key id (16) ‖ nonce (12) ‖ AES-256-GCM of the padded value ‖ tag (16). Version,
 * key id and context are authenticated with it, so a value moved to another column or row does not open.
 */
final class SealedValue {
    private static final byte VERSION = 1;
    private static final int HEAD = 17;
    private static final byte END = (byte) 0x80;

    private SealedValue() {}

    static byte[] seal(byte[] key, UUID keyId, String context, byte[] clear) {
        byte[] head = head(keyId);
        try {
            byte[] sealed = new AesGcmJce(key).encrypt(pad(clear), associated(head, context));
            return ByteBuffer.allocate(HEAD + sealed.length)
                    .put(head)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    static byte[] open(byte[] key, UUID keyId, String context, byte[] sealed) {
        byte[] head = head(keyId);
        if (sealed.length < HEAD || !Arrays.equals(head, Arrays.copyOf(sealed, HEAD))) {
            throw new Tampered(keyId, "the head of a sealed value");
        }
        try {
            byte[] body = Arrays.copyOfRange(sealed, HEAD, sealed.length);
            return unpad(keyId, new AesGcmJce(key).decrypt(body, associated(head, context)));
        } catch (GeneralSecurityException e) {
            throw new Tampered(keyId, "a sealed value", e);
        }
    }

    private static byte[] head(UUID keyId) {
        return ByteBuffer.allocate(HEAD)
                .put(VERSION)
                .putLong(keyId.getMostSignificantBits())
                .putLong(keyId.getLeastSignificantBits())
                .array();
    }

    private static byte[] associated(byte[] head, String context) {
        byte[] text = context.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + text.length).put(head).put(text).array();
    }

    /** Up to the next multiple of 256, of a 32nd of the length if that is more: lengths tell little, space costs 3%. */
    private static byte[] pad(byte[] clear) {
        int step = Math.max(256, Integer.highestOneBit(clear.length) >> 5);
        byte[] padded = Arrays.copyOf(clear, (clear.length / step + 1) * step);
        padded[clear.length] = END;
        return padded;
    }

    private static byte[] unpad(UUID keyId, byte[] padded) {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != END) {
            throw new Tampered(keyId, "the padding of a sealed value");
        }
        return Arrays.copyOf(padded, end);
    }
}

package org.postern.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed fingerprints, HMAC-SHA256 under a key of their own for each purpose, derived by HKDF from one file. */
final class Macs {
    /** Signs what comes back to us; may be replaced, which voids open forms. */
    static final String ROOT = "root-1.key";

    /** Finds a value again without keeping it; stays as long as the database. */
    static final String INDEX = "index-1.key";

    static final List<String> FILES = List.of(ROOT, INDEX);

    private Macs() {}

    static String mac(byte[] key, String purpose, String value) {
        byte[] print = macs(key, purpose).doFinal(value.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(print);
    }

    /** @return the first 64 bits of the mac of each value, in their order */
    static long[] firstBits(byte[] key, String purpose, Collection<String> values) {
        Mac mac = macs(key, purpose);
        return values.stream()
                .mapToLong(value -> ByteBuffer.wrap(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)))
                        .getLong())
                .toArray();
    }

    private static Mac macs(byte[] key, String purpose) {
        try {
            byte[] info = ("postern 1 " + purpose).getBytes(StandardCharsets.UTF_8);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Hkdf.computeHkdf("HMACSHA256", key, new byte[0], info, 32), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }
}

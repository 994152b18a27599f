package org.postern.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postern.typeset.Manuscript.Translated;

/**
 * What a writer says, whole: it is sealed and opened as one value.
 *
 * @param body Markdown subset, lines end in {@code \n}
 * @param signedAs the name under the letter
 * @param photo a JPEG without metadata, or null
 * @param translated what these words translate; null where they are the writer's own
 */
public record Words(
        String body,
        String signedAs,
        byte @Nullable [] photo,
        @Nullable Translated translated) {
    private static final int VERSION = 1;

    /** Own words keep the version, and with it every hash, that they had before translations said so. */
    private static final int TRANSLATED = 2;

    /** A writer's own words. */
    public Words(String body, String signedAs, byte @Nullable [] photo) {
        this(body, signedAs, photo, null);
    }

    /** @return the same with other words, e.g. a translation of them */
    public Words saying(String otherBody) {
        return new Words(otherBody, signedAs, photo);
    }

    /**
     * The same in another language, as volunteers said it.
     *
     * @param from BCP 47 of these words
     * @param withOriginal whether these are printed after it
     */
    public Words translated(String otherBody, String from, boolean withOriginal) {
        return new Words(otherBody, signedAs, photo, new Translated(from, withOriginal ? body : ""));
    }

    /** @return whether these are the very same words, signature and photo */
    public boolean areThoseOf(Words other) {
        return Arrays.equals(toBytes(), other.toBytes());
    }

    /**
     * The print on what a reader approves: any change of the words, the photo or the stationery changes it.
     *
     * @param stationery the family it is set in
     * @return SHA-256 in hex, 64 characters
     */
    public String contentHash(String stationery) {
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        canonical.writeBytes(toBytes());
        canonical.writeBytes(stationery.getBytes(StandardCharsets.UTF_8));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(translated == null ? VERSION : TRANSLATED);
            write(out, body.getBytes(StandardCharsets.UTF_8));
            write(out, signedAs.getBytes(StandardCharsets.UTF_8));
            out.writeBoolean(photo != null);
            if (photo != null) {
                write(out, photo);
            }
            if (translated != null) {
                write(out, translated.from().getBytes(StandardCharsets.UTF_8));
                write(out, translated.original().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Words fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION && version != TRANSLATED) {
                throw new IllegalStateException("Words of version " + version);
            }
            String body = new String(read(in), StandardCharsets.UTF_8);
            String signedAs = new String(read(in), StandardCharsets.UTF_8);
            byte[] photo = in.readBoolean() ? read(in) : null;
            return new Words(body, signedAs, photo, version == TRANSLATED ? translated(in) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Translated translated(DataInputStream in) throws IOException {
        String from = new String(read(in), StandardCharsets.UTF_8);
        return new Translated(from, new String(read(in), StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}

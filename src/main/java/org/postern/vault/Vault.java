package org.postern.vault;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Seals values, opens them, and erases them by destroying their key. Keys of single things are rows, wrapped by a week's
 * key that is a file; no key is ever handed out or kept in memory.
 */
@Dependent
public class Vault {
    private final SealingKeys sealingKeys;
    private final WrappingKeys wrappingKeys;
    private final KeyDirectory directory;
    private final Rotation rotation;

    /** @throws UnsafeKeys if the directory of keys can be reached by others, or lies beside the database's files */
    @Inject
    Vault(
            SealingKeys sealingKeys,
            WrappingKeys wrappingKeys,
            OwnTransaction transaction,
            @ConfigProperty(name = "postern.keys") String keys,
            @ConfigProperty(name = "postern.db.url") String databaseUrl) {
        this(sealingKeys, wrappingKeys, transaction, Path.of(keys), DatabaseFolder.of(databaseUrl));
    }

    Vault(
            SealingKeys sealingKeys,
            WrappingKeys wrappingKeys,
            OwnTransaction transaction,
            Path keys,
            @Nullable Path databaseFolder) {
        this.sealingKeys = sealingKeys;
        this.wrappingKeys = wrappingKeys;
        this.directory = new KeyDirectory(keys, databaseFolder);
        this.rotation = new Rotation(directory, sealingKeys, wrappingKeys, transaction);
    }

    /**
     * Makes a key in the caller's transaction: it is durable when that commits and never was when it rolls back.
     *
     * @return its id, to be kept beside what it seals
     */
    public UUID newKey(Seal seal) {
        WrappingKey week = wrappingKeys
                .newest()
                .orElseThrow(() -> new IllegalStateException("no wrapping key yet: the start must call rotate first"));
        SealingKey key = new SealingKey(seal, week, directory.read(week.file()));
        sealingKeys.add(key);
        return key.id();
    }

    /**
     * Seals a value; two values of nearly one length give one length.
     *
     * @param context what the value is and whose, such as {@code letter.body 5f0c…}; the same must be given to open it
     * @throws Erased if the key is gone
     */
    public byte[] seal(UUID keyId, String context, byte[] clear) {
        return SealedValue.seal(dataKey(keyId), keyId, context, clear);
    }

    /**
     * Opens what {@link #seal} gave.
     *
     * @throws Erased if the key is gone, as it should be after erasing
     * @throws Tampered if value, key or context differ from what was sealed
     * @throws KeyFileMissing if the keys directory is not this database's
     */
    public byte[] open(UUID keyId, String context, byte[] sealed) {
        return SealedValue.open(dataKey(keyId), keyId, context, sealed);
    }

    /** {@link #seal} of the text in UTF-8. */
    public byte[] sealText(UUID keyId, String context, String clear) {
        return seal(keyId, context, clear.getBytes(StandardCharsets.UTF_8));
    }

    /** {@link #open} of what {@link #sealText} gave. */
    public String openText(UUID keyId, String context, byte[] sealed) {
        return new String(open(keyId, context, sealed), StandardCharsets.UTF_8);
    }

    /** Whether what the key sealed can still be opened. */
    public boolean holds(UUID keyId) {
        return sealingKeys.find(keyId) != null;
    }

    /** Erases what the key sealed, with the caller's transaction; a key that is gone already is no error. */
    public void erase(UUID keyId) {
        erase(List.of(keyId));
    }

    /** {@link #erase(UUID)} of several. */
    public void erase(Collection<UUID> keyIds) {
        sealingKeys.remove(keyIds);
    }

    /**
     * A print by which an equal value can be found again, though nobody can read it.
     *
     * @param purpose such as {@code e-mail}; equal values of two purposes have nothing in common
     * @param value in its one canonical form
     * @return 43 characters, base64url of HMAC-SHA256
     */
    public String blindIndex(String purpose, String value) {
        return Macs.mac(directory.read(Macs.INDEX), "index " + purpose, value);
    }

    /**
     * {@link #blindIndex} of many values at once, each cut to a number: the key is read and derived once, which is nearly
     * all that one value costs.
     *
     * @return 64 bits a value, in their order
     */
    public long[] keyed(String purpose, Collection<String> values) {
        return Macs.firstBits(directory.read(Macs.INDEX), "index " + purpose, values);
    }

    /**
     * Signs what a browser will bring back, such as a form key.
     *
     * @return 43 characters, base64url of HMAC-SHA256
     */
    public String sign(String purpose, String value) {
        return Macs.mac(directory.read(Macs.ROOT), "sign " + purpose, value);
    }

    /** Whether {@link #sign} gave this signature; false for any nonsense, and in the same time. */
    public boolean verify(String purpose, String value, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, value).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Changes the wrapping key when it is a week old, and destroys the old one an hour later: call it at the start and at
     * least daily, outside a transaction. What was erased before an old key's end is then dead in every old copy too.
     *
     * @throws KeyFileMissing if the keys directory is not this database's
     */
    public void rotate(Instant now) {
        rotation.run(now);
    }

    private byte[] dataKey(UUID keyId) {
        SealingKey key = sealingKeys.find(keyId);
        if (key == null) {
            throw new Erased(keyId);
        }
        try {
            return key.unwrap(directory.read(key.wrappingKey().file()));
        } catch (KeyFileMissing e) {
            // read before a rotation that has ended since
            sealingKeys.reload(key);
            return key.unwrap(directory.read(key.wrappingKey().file()));
        }
    }
}

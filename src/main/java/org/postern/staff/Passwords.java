package org.postern.staff;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id: 19 MiB, two passes. At most two at once, so that a flood of sign-ins can take neither
 * all memory nor all cores.
 */
@ApplicationScoped
class Passwords {
    /** Length is what helps; rules of composition only make passwords alike. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 200;

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_WAITING = 10;

    private final Semaphore places = new Semaphore(2);

    /** Compared when there is no such name, so that the answer takes the same work. */
    static final String NOBODY = argon2("there is no such name");

    /** Whether it is long enough, and short enough to be worked on. */
    public static boolean isPassword(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= SHORTEST && length <= LONGEST;
    }

    /**
     * Hashes a new password.
     *
     * @return the hash with its salt and costs, in the PHC form
     * @throws ServiceUnavailableException if too many wait
     */
    public String hash(String password) {
        enter();
        try {
            return argon2(password);
        } finally {
            places.release();
        }
    }

    /**
     * Whether a password is the one of a hash.
     *
     * @param hash null if there is no such account: the work is the same, the answer is false
     * @throws ServiceUnavailableException if too many wait
     */
    public boolean verify(String password, @Nullable String hash) {
        if (password.length() > 2 * LONGEST) {
            return false;
        }
        enter();
        try {
            String against = hash == null ? NOBODY : hash;
            boolean same = Password.check(normal(password), against).with(Argon2Function.getInstanceFromHash(against));
            return same && hash != null;
        } finally {
            places.release();
        }
    }

    private static String argon2(String password) {
        return Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(ARGON2)
                .getResult();
    }

    /** Two keyboards write one "é" differently. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private void enter() {
        try {
            // Each who waits keeps a thread of the server, which every other page needs too.
            if (places.getQueueLength() >= MOST_WAITING || !places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ServiceUnavailableException(PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException(PATIENCE_SECONDS, e);
        }
    }
}

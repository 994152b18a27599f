package org.postern.vault;

/** The keys directory cannot be trusted with keys; the message says in one line what to change. */
public class UnsafeKeys extends RuntimeException {
    UnsafeKeys(String message) {
        super(message);
    }
}

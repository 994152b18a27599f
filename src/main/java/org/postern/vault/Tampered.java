package org.postern.vault;

import java.util.UUID;

/** A sealed value, its context or its key is not what it was when it was sealed. Never expected: alarm a human. */
public class Tampered extends RuntimeException {
    Tampered(UUID keyId, String what) {
        super(what + " under sealing key " + keyId + " is not what was sealed");
    }

    Tampered(UUID keyId, String what, Throwable cause) {
        super(what + " under sealing key " + keyId + " is not what was sealed", cause);
    }
}

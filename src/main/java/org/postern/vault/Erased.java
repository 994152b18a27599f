package org.postern.vault;

import java.util.UUID;

/** The key is gone, as it was meant to be: what it sealed cannot be read by anyone any more. */
public class Erased extends RuntimeException {
    Erased(UUID keyId) {
        super("sealing key " + keyId + " has been erased");
    }
}

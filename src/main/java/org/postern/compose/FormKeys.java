package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postern.vault.Token;
import org.postern.vault.Vault;

/**
 * The signed one-time key of a form: a form that was not made by us is not taken, and the same form sent twice, by an
 * impatient finger or a browser's reload, is one letter.
 */
@ApplicationScoped
class FormKeys {
    private static final String PURPOSE = "form";

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    FormKeys() {}

    String make() {
        String random = Token.random().text();
        return random + "." + vault.sign(PURPOSE, random);
    }

    boolean isOurs(String key) {
        int dot = key.indexOf('.');
        return dot > 0 && vault.verify(PURPOSE, key.substring(0, dot), key.substring(dot + 1));
    }

    /** @return what is stored of it: its random half */
    String stored(String key) {
        return key.substring(0, key.indexOf('.'));
    }
}

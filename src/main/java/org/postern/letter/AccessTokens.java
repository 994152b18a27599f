package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.postern.letter.AccessToken.Purpose;
import org.postern.vault.ShortCode;
import org.postern.vault.Token;
import org.postern.vault.Vault;

/**
 * The secrets that lead to letters: links and the short code. Each is minted when it is handed over, in a page or in a
 * mail, and only its hash stays here.
 */
@ApplicationScoped
public class AccessTokens {
    private static final String CONTEXT = "access_token.letter:";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Letters letters;

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    public AccessTokens() {}

    /** For tests. */
    public AccessTokens(EntityManager em, Letters letters, Vault vault) {
        this.em = em;
        this.letters = letters;
        this.vault = vault;
    }

    /** @return the secret of {@code /drafts/{code}} */
    public Token mintDraft(Letter letter) {
        return mint(letter, Purpose.DRAFT);
    }

    /** @return the secret of {@code /confirmations/{token}}, good for one confirmation */
    public Token mintConfirmation(Letter letter) {
        return mint(letter, Purpose.CONFIRM);
    }

    /** @return the secret of the writer's page, {@code /letters/{token}} */
    public Token mintStatus(Letter letter) {
        return mint(letter, Purpose.STATUS);
    }

    /** @return the code to type by hand, shown once */
    public ShortCode mintCode(Letter letter) {
        ShortCode code = ShortCode.random();
        persist(indexOf(code), Purpose.CODE, letter);
        return code;
    }

    public Optional<Letter> draft(String token) {
        return find(token, Purpose.DRAFT).flatMap(this::letter);
    }

    public Optional<Letter> status(String token) {
        return find(token, Purpose.STATUS).flatMap(this::letter);
    }

    /** @return the letter that a short code opens, typed with or without its hyphen */
    public Optional<Letter> byCode(String typed) {
        return ShortCode.parse(typed)
                .map(code -> em.find(AccessToken.class, indexOf(code)))
                .filter(token -> token.purpose() == Purpose.CODE)
                .flatMap(this::letter);
    }

    /** @return the letter that a confirmation is for, whether or not it was confirmed: GET shows, it spends nothing */
    public Optional<Letter> confirmation(String token) {
        return find(token, Purpose.CONFIRM).flatMap(this::letter);
    }

    /**
     * Spends a confirmation.
     *
     * @return whether this call was the first; the row is locked until the transaction ends
     */
    public boolean spendConfirmation(String token) {
        return Token.parse(token)
                .map(secret -> em.find(AccessToken.class, secret.hash(), LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.purpose() == Purpose.CONFIRM && !found.isUsed())
                .map(found -> {
                    found.use();
                    return true;
                })
                .orElse(false);
    }

    /** The mails that asked to confirm it went to a wrong address: their links open nothing. */
    public void dropConfirmations(Letter letter) {
        em.createQuery("delete from AccessToken t where t.threadKey = :key and t.purpose = :confirm")
                .setParameter("key", letter.threadKey())
                .setParameter("confirm", Purpose.CONFIRM)
                .executeUpdate();
    }

    /** A code is short enough to be guessed from a plain hash by whoever has the database; not from a keyed one. */
    private String indexOf(ShortCode code) {
        return vault.blindIndex("letter.code", code.text());
    }

    private Token mint(Letter letter, Purpose purpose) {
        Token token = Token.random();
        persist(token.hash(), purpose, letter);
        return token;
    }

    private Optional<AccessToken> find(String text, Purpose purpose) {
        return Token.parse(text)
                .map(token -> em.find(AccessToken.class, token.hash()))
                .filter(token -> token.purpose() == purpose);
    }

    private void persist(String hash, Purpose purpose, Letter letter) {
        byte[] sealed =
                vault.sealText(letter.threadKey(), CONTEXT + hash, letter.id().toString());
        em.persist(new AccessToken(hash, purpose, letter.threadKey(), sealed));
    }

    private Optional<Letter> letter(AccessToken token) {
        return vault.holds(token.threadKey())
                ? letters.byId(UUID.fromString(
                        vault.openText(token.threadKey(), CONTEXT + token.hash(), token.sealedLetter())))
                : Optional.empty();
    }
}

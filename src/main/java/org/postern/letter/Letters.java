package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState.Reason;
import org.postern.vault.Seal;
import org.postern.vault.Vault;

/** All letters. What needs a key is done here: beginning, rewriting, reading, advising, translating, erasing. */
@ApplicationScoped
public class Letters {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    public Letters() {}

    /** For tests. */
    public Letters(EntityManager em, Vault vault) {
        this.em = em;
        this.vault = vault;
    }

    // --- writing ------------------------------------------------------------------------------------------------

    /**
     * The first words of a new letter, safe before anything else happens.
     *
     * @param formKey the form's one-time key: the same form sent twice finds its first letter again; sent twice at the
     *     same instant, one of the two fails here on the unique key, and finds the other's letter when it tries again
     */
    public Letter begin(String formKey, String pageLanguage, long recipientId, String language, Instant now) {
        Optional<Letter> before = begunWith(formKey);
        if (before.isPresent()) {
            return lock(before.get().id()).orElseThrow();
        }
        Submission submission = new Submission(formKey, pageLanguage, now);
        Letter letter =
                new Letter(submission, recipientId, language, vault.newKey(Seal.TEXT), vault.newKey(Seal.THREAD), now);
        submission.hold(letter);
        em.persist(submission);
        em.flush();
        return letter;
    }

    public Optional<Letter> begunWith(String formKey) {
        return em.createQuery("select l from Letter l where l.submission.formKey = :key order by l.seq", Letter.class)
                .setParameter("key", formKey)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Seals new words; an approval of other words is void. */
    public void rewrite(Letter letter, String language, Words words, String stationery, Instant now) {
        byte[] sealed = vault.seal(letter.textKey(), context("words", letter), words.toBytes());
        String before = letter.contentHash();
        letter.rewrite(language, sealed, words.contentHash(""), words.contentHash(stationery), now);
        if (!Objects.equals(letter.contentHash(), before)) {
            forgetTalkOf(letter.id());
        }
        if (letter.signedIndex() != null) {
            letter.awaitAnswer(signedIndex(letter, words.signedAs()), letter.replyWord());
        }
        if (letter.state() != LetterState.DRAFT && letter.state() != LetterState.UNCONFIRMED) {
            new LetterPrints(em, vault).keep(letter, words.body(), now);
        }
    }

    /** {@link Letter#arrive}, with the print by which the same words in letters to other people are found. */
    public void arrive(Letter letter, LocalDate day, boolean slow, Instant now) {
        letter.arrive(day, slow, now);
        wordsOf(letter).ifPresent(words -> new LetterPrints(em, vault).keep(letter, words.body(), now));
    }

    // --- an answer ----------------------------------------------------------------------------------------------

    /**
     * An answer may find the writer: kept is what it is recognised by when the name itself is long erased, and what opens
     * it.
     *
     * @param signedAs as the letter is signed; null where the writer did not tick that an answer may find them
     * @param word chosen by the writer; empty: the one that was chosen before stays, if there was one
     */
    public void awaitAnswer(Letter letter, @Nullable String signedAs, String word) {
        String folded = Folded.of(word);
        letter.awaitAnswer(
                signedAs == null ? null : signedIndex(letter, signedAs),
                folded.isEmpty() ? letter.replyWord() : vault.blindIndex("reply word", letter.id() + " " + folded));
    }

    /** @return whether a name is the one the letter is signed with; empty where that is not kept */
    public Optional<Boolean> isSigned(Letter letter, String name) {
        return Optional.ofNullable(letter.signedIndex()).map(index -> index.equals(signedIndex(letter, name)));
    }

    public boolean hasWord(Letter letter) {
        return letter.replyWord() != null;
    }

    /** @return whether this is the word that opens an answer to it; true where none was chosen */
    public boolean isWord(Letter letter, String word) {
        return letter.replyWord() == null
                || letter.replyWord().equals(vault.blindIndex("reply word", letter.id() + " " + Folded.of(word)));
    }

    /** Equal names of two letters give two values: the column does not say who wrote more than one. */
    private String signedIndex(Letter letter, String name) {
        return vault.blindIndex("signed name", letter.id() + " " + Folded.of(name));
    }

    /**
     * Seals what else stood in the form of a draft: its ticks, as text of the caller's, and its address under a key of its
     * own, which ends with the sending; the words' key lives much longer.
     *
     * @param email as typed; empty for none
     */
    public void keepForm(Letter letter, String form, String email) {
        letter.keepForm(vault.sealText(letter.textKey(), context("form", letter), form));
        Submission submission = letter.submission().orElseThrow();
        if (email.isEmpty()) {
            forgetTyped(submission);
            return;
        }
        UUID key = submission.typedKey();
        UUID living = key != null ? key : vault.newKey(Seal.CONTACT);
        submission.typeAddress(living, vault.sealText(living, typedContext(submission), email));
    }

    public Optional<String> formOf(Letter letter) {
        return Optional.ofNullable(letter.sealedForm())
                .map(bytes -> vault.openText(letter.textKey(), context("form", letter), bytes));
    }

    /** @return the address as it stands in a draft's form; empty for none */
    public String typedAddressOf(Letter letter) {
        Submission submission = letter.submission().orElse(null);
        UUID key = submission == null ? null : submission.typedKey();
        byte[] sealed = submission == null ? null : submission.typedEmail();
        return submission == null || key == null || sealed == null || !vault.holds(key)
                ? ""
                : vault.openText(key, typedContext(submission), sealed);
    }

    /** The letter was sent, or its draft is gone: what was typed as its address is nowhere any more. */
    public void forgetTypedAddress(Letter letter) {
        letter.submission().ifPresent(this::forgetTyped);
    }

    private void forgetTyped(Submission submission) {
        UUID key = submission.typedKey();
        if (key != null) {
            vault.erase(key);
            submission.typeAddress(null, null);
        }
    }

    private static String typedContext(Submission submission) {
        return "submission.email:" + submission.id();
    }

    /** @return the writer's words; empty once they are erased */
    public Optional<Words> wordsOf(Letter letter) {
        byte[] sealed = letter.sealedWords();
        return sealed == null || !vault.holds(letter.textKey())
                ? Optional.empty()
                : Optional.of(Words.fromBytes(vault.open(letter.textKey(), context("words", letter), sealed)));
    }

    /** @return the words that a reader sent back to their writer, until the new ones are decided on, as readers see them */
    public Optional<Words> wordsBefore(Letter letter) {
        byte[] sealed = letter.sealedWordsBefore();
        return sealed == null || !vault.holds(letter.textKey())
                ? Optional.empty()
                : Optional.of(Words.fromBytes(vault.open(letter.textKey(), context("words", letter), sealed)))
                        .map(words -> Blackouts.in(words, blackedOut(letter)));
    }

    /** Words that nobody approved yet are read for the kind of sheet that the place takes today. */
    public void setOn(Letter letter, Words words, String stationery) {
        letter.setOn(words.contentHash(stationery));
    }

    /** @return what readers and translators see: the writer's words without what is blacked out; empty once they are erased */
    public Optional<Words> wordsToRead(Letter letter) {
        return wordsOf(letter).map(words -> Blackouts.in(words, blackedOut(letter)));
    }

    /** @return passages of the writer's words that a reader blacked out */
    public List<String> blackedOut(Letter letter) {
        byte[] sealed = letter.reading().sealedBlackouts();
        return sealed == null || !vault.holds(letter.textKey())
                ? List.of()
                : Blackouts.parse(vault.openText(letter.textKey(), context("blackouts", letter), sealed));
    }

    /**
     * @param passages all of them, as they stand in the words; those that do not are left out
     * @param stationery the kind of sheet that the place takes now
     */
    public void blackOut(
            Letter letter, long staff, long fence, Collection<String> passages, String stationery, Instant now) {
        keepFromItsWriter(letter, staff);
        Words words = wordsOf(letter).orElseThrow();
        List<String> there = passages.stream()
                .distinct()
                .filter(passage -> !passage.isBlank() && words.body().contains(passage))
                .toList();
        byte[] sealed = there.isEmpty()
                ? null
                : vault.sealText(letter.textKey(), context("blackouts", letter), Blackouts.text(there));
        letter.blackOut(staff, fence, sealed, Blackouts.in(words, there).contentHash(stationery), now);
    }

    /** @return what is printed: the translation once it was handed in, else the words */
    public Optional<Words> wordsToPrint(Letter letter) {
        return wordsToRead(letter)
                .map(words -> letter.isTranslated()
                        ? translationOf(letter)
                                .map(text -> translated(letter, words, text))
                                .orElse(words)
                        : words);
    }

    /** Letters that were approved before translations said so stay what was approved. */
    private static Words translated(Letter letter, Words words, String text) {
        Boolean withOriginal = letter.withOriginal();
        return withOriginal == null ? words.saying(text) : words.translated(text, letter.language(), withOriginal);
    }

    public Optional<String> translationOf(Letter letter) {
        byte[] sealed = letter.sealedTranslation();
        return sealed == null || !vault.holds(letter.textKey())
                ? Optional.empty()
                : Optional.of(vault.openText(letter.textKey(), context("translation", letter), sealed));
    }

    // --- the readers --------------------------------------------------------------------------------------------

    /** Of how many the next is dealt: few enough that none grows old, enough that nobody waits for a certain one. */
    private static final int DEALT_FROM = 50;

    /**
     * Deals a letter to a reader, by lot among those that wait longest; those sent without an address wait a day longer
     * than the others.
     *
     * @param staff the member who asks; nobody gets a letter of whose translation some is theirs
     * @param passedOver ids of letters to leave to others: else "too heavy for me" would bring one at once again
     */
    public Optional<Letter> claimNext(LetterState in, long staff, List<UUID> passedOver, Instant now) {
        // Native: the JPA lock hint blocks on PostgreSQL and fails on H2. Two statements: in one, the embedded database
        // asks every letter again whether it is among the oldest.
        String free = "state = ?1 and (claimed_until is null or claimed_until <= ?2)";
        String fitting = free
                + Deal.conditions(in)
                + IntStream.range(0, passedOver.size())
                        .mapToObj(i -> " and id <> ?" + (5 + i))
                        .collect(Collectors.joining());
        var oldest = em.createNativeQuery(Lanes.oldest(fitting, DEALT_FROM))
                .setParameter(1, in.name())
                .setParameter(2, java.sql.Timestamp.from(now))
                .setParameter(3, staff)
                .setParameter(4, "%," + staff + ",%");
        for (int i = 0; i < passedOver.size(); i++) {
            oldest.setParameter(5 + i, passedOver.get(i));
        }
        List<?> ids = oldest.getResultList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        // Asked again behind the lock: another may just have taken it.
        String sql = "select id from letter where " + free + " and id in ("
                + ids.stream().map(id -> "'" + uuid(id) + "'").collect(Collectors.joining(","))
                + ") order by random() fetch first 1 rows only for update skip locked";
        var locked = em.createNativeQuery(sql).setParameter(1, in.name()).setParameter(2, java.sql.Timestamp.from(now));
        return locked.getResultStream().findFirst().map(id -> {
            Letter letter = byId(uuid(id)).orElseThrow();
            letter.claim(staff, now);
            return letter;
        });
    }

    /**
     * Nobody reads, translates or checks what they wrote.
     *
     * @throws NotNow if the letter came from an address of this member's own
     */
    public void keepFromItsWriter(Letter letter, long staff) {
        if (isBy(letter, staff)) {
            throw new NotNow(NotNow.Why.NOT_YOURS, "It is not for this member");
        }
    }

    public boolean isBy(Letter letter, long staff) {
        return !is(letter, Deal.NOT_OWN, staff);
    }

    /** @return whether a letter that waits for a reader may be taken up by this one: not a second time, nor instead of a lead */
    public boolean mayRead(Letter letter, long staff) {
        return is(letter, Deal.READABLE, staff);
    }

    /** @return whether there is another lead who could read it */
    public boolean hasAnotherLead(Letter letter, long staff) {
        return is(letter, Deal.anotherLead(), staff);
    }

    private boolean is(Letter letter, String condition, long staff) {
        var asked = em.createNativeQuery("select 1 from letter where id = ?1" + condition)
                .setParameter(1, letter.id())
                .setParameter(3, staff);
        if (condition.contains("?4")) {
            asked.setParameter(4, "%," + staff + ",%");
        }
        return !asked.getResultList().isEmpty();
    }

    /** @return ids of letters that came from an address of this member's own */
    public Set<UUID> ownOf(long staff) {
        Set<UUID> own = new HashSet<>();
        em.createNativeQuery("select l.id from letter l join submission s on s.id = l.submission_id"
                        + " join contact c on c.id = s.contact_id join staff_address a on a.address_index = c.email_index"
                        + " where a.account_id = ?1 and a.named_on < l.written_on")
                .setParameter(1, staff)
                .getResultStream()
                .forEach(id -> own.add(uuid(id)));
        return own;
    }

    /** @return letters that this member of staff has open */
    public List<Letter> claimedBy(long staff, LetterState in, Instant now) {
        return em.createQuery(
                        "select l from Letter l where l.state = :state and l.claim.by = :staff and l.claim.until > :now"
                                + " order by l.seq",
                        Letter.class)
                .setParameter("state", in)
                .setParameter("staff", staff)
                .setParameter("now", now)
                .getResultList();
    }

    public void askForChanges(Letter letter, long staff, long fence, String advice, Instant now) {
        keepFromItsWriter(letter, staff);
        letter.askForChanges(staff, fence, sealAdvice(letter, advice), now);
    }

    public void refuse(Letter letter, long staff, long fence, Reason why, String advice, Instant now) {
        keepFromItsWriter(letter, staff);
        letter.refuse(staff, fence, why, sealAdvice(letter, advice), now);
    }

    /** @return what a reader told the writer last */
    public Optional<String> adviceOn(Letter letter) {
        byte[] sealed = letter.sealedAdvice();
        return sealed == null || !vault.holds(letter.textKey())
                ? Optional.empty()
                : Optional.of(vault.openText(letter.textKey(), context("advice", letter), sealed));
    }

    /** Keeps a translation that is not finished. */
    public void saveTranslation(Letter letter, long staff, long fence, String text, Instant now) {
        keepFromItsWriter(letter, staff);
        letter.keepTranslation(staff, fence, sealTranslation(letter, text), now);
    }

    /** @param original whether what was written is printed after it */
    public void translate(
            Letter letter, long staff, long fence, String into, String text, boolean original, Instant now) {
        keepFromItsWriter(letter, staff);
        letter.translate(staff, fence, into, sealTranslation(letter, text), original, now);
    }

    /** @param advice what the next translator should look at again */
    public void sendBackToTranslator(Letter letter, long staff, long fence, String advice, Instant now) {
        keepFromItsWriter(letter, staff);
        letter.sendBackToTranslator(
                staff, fence, vault.sealText(letter.textKey(), context("translation-advice", letter), advice), now);
    }

    /** @return what a second reader asks the next translator to look at; empty once it was handed in again */
    public Optional<String> translationAdviceOn(Letter letter) {
        byte[] sealed = letter.sealedTranslationAdvice();
        return sealed == null || !vault.holds(letter.textKey())
                ? Optional.empty()
                : Optional.of(vault.openText(letter.textKey(), context("translation-advice", letter), sealed));
    }

    private byte[] sealAdvice(Letter letter, String advice) {
        return vault.sealText(letter.textKey(), context("advice", letter), advice);
    }

    private byte[] sealTranslation(Letter letter, String text) {
        return vault.sealText(letter.textKey(), context("translation", letter), text);
    }

    /** Writes what was done so far: rows that are numbered by the database then follow one another as the deeds did. */
    public void flush() {
        em.flush();
    }

    // --- finding ------------------------------------------------------------------------------------------------

    public Optional<Letter> byId(UUID id) {
        return Optional.ofNullable(em.find(Letter.class, id));
    }

    /** @return the letter, locked until the transaction ends: what decides on its state begins here */
    public Optional<Letter> lock(UUID id) {
        return Optional.ofNullable(em.find(Letter.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    static Instant instant(Object column) {
        return column instanceof java.sql.Timestamp time
                ? time.toInstant()
                : ((java.time.OffsetDateTime) column).toInstant();
    }

    /** @return letters that are held for a reason, longest first */
    public List<Letter> heldFor(Reason reason, int most) {
        return em.createQuery(
                        "select l from Letter l where l.state = :held and l.reason = :reason order by l.stateSince, l.seq",
                        Letter.class)
                .setParameter("held", LetterState.HELD)
                .setParameter("reason", reason)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return by person, how many letters are held for a reason */
    public Map<Long, Long> heldByPerson(Reason reason) {
        return em.createQuery(
                        "select l.recipientId, count(l) from Letter l where l.state = :held and l.reason = :reason"
                                + " group by l.recipientId",
                        Object[].class)
                .setParameter("held", LetterState.HELD)
                .setParameter("reason", reason)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** @return letters to some people in one state, oldest first */
    public List<Letter> to(Collection<Long> recipients, LetterState state) {
        return recipients.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l from Letter l where l.recipientId in :to and l.state = :state"
                                        + " order by l.stateSince, l.seq",
                                Letter.class)
                        .setParameter("to", recipients)
                        .setParameter("state", state)
                        .getResultList();
    }

    /** @return by person, how many approved letters wait to be printed, whatever day they wait for */
    public Map<Long, Long> readyByPerson() {
        return em.createQuery(
                        "select l.recipientId, count(l) from Letter l where l.state = :ready group by l.recipientId",
                        Object[].class)
                .setParameter("ready", LetterState.READY)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    public long count(LetterState in) {
        return em.createQuery("select count(l) from Letter l where l.state = :state", Long.class)
                .setParameter("state", in)
                .getSingleResult();
    }

    /** @return since when the oldest letter waits in a state */
    public Optional<Instant> oldest(LetterState in) {
        return Optional.ofNullable(
                em.createQuery("select min(l.stateSince) from Letter l where l.state = :state", Instant.class)
                        .setParameter("state", in)
                        .getSingleResult());
    }

    /** @return letters in a state, oldest first, at most {@code most} */
    public List<Letter> in(LetterState state, int most) {
        return em.createQuery(
                        "select l from Letter l where l.state = :state order by l.stateSince, l.seq", Letter.class)
                .setParameter("state", state)
                .setMaxResults(most)
                .getResultList();
    }

    // --- time ---------------------------------------------------------------------------------------------------

    /** @return letters on which the clock has to act */
    public List<UUID> runOut(Instant now, int most) {
        return em.createQuery("select l.id from Letter l where l.due <= :now order by l.due", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * @return letters that no reader came to since then, whose writers have not heard of it lately: the row of a mail that
     *     was sent is kept for a week
     */
    public List<UUID> toTellOfDelay(Instant since, Instant now, int most) {
        return em.createQuery(
                        "select l.id from Letter l where l.state = org.postern.letter.LetterState.IN_REVIEW"
                                + " and l.stateSince <= :since and l.submission.contact.email is not null"
                                + " and (l.submission.contact.keepUntil is null or l.submission.contact.keepUntil > :now)"
                                + " and not exists (select n.id from Notice n where n.letterId = l.id"
                                + " and n.kind = org.postern.notice.NoticeKind.LATE) order by l.stateSince",
                        UUID.class)
                .setParameter("since", since)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    public List<UUID> textDue(Instant now, int most) {
        return em.createQuery("select l.id from Letter l where l.textUntil <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    public List<UUID> threadDue(Instant now, int most) {
        return em.createQuery("select l.id from Letter l where l.threadUntil <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Destroys the key of one letter's words. */
    public void eraseText(UUID id) {
        lock(id).ifPresent(letter -> {
            vault.erase(letter.textKey());
            letter.forgetWords();
            forgetTypedAddress(letter);
            LetterPrints.forget(em, id);
            Escalations.forget(em, id);
            forgetTalkOf(id);
            em.createQuery("update BatchLine b set b.manuscript = null where b.letterId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        });
    }

    /** What was said about a translation of these very words. */
    private void forgetTalkOf(UUID letter) {
        WriterQuestions.forget(em, letter);
        TranslationMarks.forget(em, letter);
    }

    /**
     * Destroys all that leads from a letter to its writer, and to the writer's other letters: the history and the counts
     * stay.
     */
    public void eraseThread(UUID id) {
        lock(id).ifPresent(letter -> {
            vault.erase(letter.threadKey());
            em.createQuery("delete from AccessToken t where t.threadKey = :key")
                    .setParameter("key", letter.threadKey())
                    .executeUpdate();
            em.createQuery("delete from Notice n where n.letterId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            letter.submission().ifPresent(submission -> letGo(submission, letter));
        });
    }

    private void letGo(Submission submission, Letter letter) {
        // Locked: of two last letters at once neither would see that it is the last.
        em.lock(submission, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(submission);
        letter.forgetThread();
        submission.letGo(letter);
        if (submission.letters().isEmpty()) {
            forgetTyped(submission);
            em.remove(submission);
        }
    }

    /** @return how many letters are begun and not sent */
    public long drafts() {
        return count(LetterState.DRAFT);
    }

    byte[] sealFor(Letter letter, String what, byte[] clear) {
        return vault.seal(letter.textKey(), context(what, letter), clear);
    }

    byte[] openFor(Letter letter, String what, byte[] sealed) {
        return vault.open(letter.textKey(), context(what, letter), sealed);
    }

    private static String context(String what, Letter letter) {
        return "letter." + what + ":" + letter.id();
    }

    static UUID uuid(Object column) {
        return column instanceof UUID id ? id : UUID.fromString(column.toString());
    }
}

package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.vault.Vault;

/** Finds letters to other people with much the same words. What it keeps of them are keyed prints, for a month at most. */
@ApplicationScoped
public class LetterPrints {
    private static final String INDEX = "pair of words";

    /** Of the pairs of both texts so many are the same: a copy in which every fourth word was exchanged has as many. */
    static final double ALIKE = 0.3;

    /** As many are compared; those that share most first. */
    private static final int MOST = 300;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    public LetterPrints() {}

    /** For tests. */
    public LetterPrints(EntityManager em, Vault vault) {
        this.em = em;
        this.vault = vault;
    }

    /**
     * Keeps the print of words that come to the readers now; one of other words goes. Too short ones have none, and the same
     * words once more are kept no longer for it.
     */
    void keep(Letter letter, String body, Instant now) {
        WordPrint print = print(body);
        LetterPrint before = em.find(LetterPrint.class, letter.id());
        if (before != null && before.print().equals(print)) {
            return;
        }
        forget(letter.id());
        if (!print.smallest().isEmpty()) {
            em.persist(new LetterPrint(letter, print, Hour.after(now, Retention.WORD_PRINT.kept())));
        }
    }

    WordPrint print(String body) {
        return WordPrint.of(body, pairs -> vault.keyed(INDEX, pairs));
    }

    /**
     * @return the ids of letters to other people in the same room whose words are much the same, the likest bands first;
     *     letters to the same person are never among them
     */
    public List<UUID> alike(Letter letter, LetterState in, Instant now) {
        LetterPrint own = em.find(LetterPrint.class, letter.id());
        if (own == null) {
            return List.of();
        }
        WordPrint print = own.print();
        List<UUID> likely = em.createQuery(
                        "select p.letterId from LetterPrint p join p.bands b join Letter l on l.id = p.letterId"
                                + " where b in :bands and p.recipientId <> :to and l.state = :in and p.keptUntil > :now"
                                + " group by p.letterId order by count(b) desc",
                        UUID.class)
                .setParameter("bands", print.bands())
                .setParameter("to", letter.recipientId())
                .setParameter("in", in)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
        return likely.isEmpty()
                ? List.of()
                : em.createQuery("select p from LetterPrint p where p.letterId in :ids", LetterPrint.class)
                        .setParameter("ids", likely)
                        .getResultStream()
                        .filter(other -> print.likeness(other.print()) >= ALIKE)
                        .map(LetterPrint::letterId)
                        .toList();
    }

    /**
     * @return these letters, in one set with each other those that are alike, also by way of a third; a letter without a
     *     print is alone
     */
    public List<Set<UUID>> groups(Collection<UUID> letters, Instant now) {
        Map<UUID, LetterPrint> prints = letters.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select p from LetterPrint p where p.letterId in :ids and p.keptUntil > :now",
                                LetterPrint.class)
                        .setParameter("ids", letters)
                        .setParameter("now", now)
                        .getResultStream()
                        .collect(Collectors.toMap(LetterPrint::letterId, print -> print));
        List<Set<UUID>> groups = new ArrayList<>();
        for (UUID letter : letters) {
            LetterPrint print = prints.get(letter);
            List<Set<UUID>> alike = groups.stream()
                    .filter(group ->
                            print != null && group.stream().map(prints::get).anyMatch(print::isAlike))
                    .toList();
            groups.removeAll(alike);
            groups.add(Stream.concat(Stream.of(letter), alike.stream().flatMap(Set::stream))
                    .collect(Collectors.toSet()));
        }
        return groups;
    }

    /** @return letters whose prints are past their time */
    public List<UUID> due(Instant now, int most) {
        return em.createQuery("select p.letterId from LetterPrint p where p.keptUntil <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Twice changes nothing. */
    public void forget(UUID letter) {
        forget(em, letter);
    }

    static void forget(EntityManager em, UUID letter) {
        LetterPrint print = em.find(LetterPrint.class, letter);
        if (print != null) {
            em.remove(print);
            em.flush();
        }
    }
}

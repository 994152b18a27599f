package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What writers were asked about their letters, and what they said. */
@ApplicationScoped
public class Surveys {
    /** After a year the letter's page is gone, and with it whoever could be asked. */
    private static final int LAST_WEEK = 52;

    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public Surveys() {}

    /** For tests. */
    public Surveys(EntityManager em) {
        this.em = em;
    }

    /**
     * Letters in the post for so many weeks, and not yet for the weeks of the next question, whose writers may be asked by
     * mail: they said that our questions may find them, and nobody asked this or a later one.
     *
     * @param weeks one of {@link Survey#WEEKS}
     */
    public List<UUID> toAsk(int weeks, Instant now, int most) {
        int next =
                Survey.WEEKS.stream().filter(later -> later > weeks).findFirst().orElse(LAST_WEEK);
        return em.createQuery(
                        "select l.id from Letter l where l.state = org.postern.letter.LetterState.POSTED"
                                + " and l.stateSince <= :from and l.stateSince > :until"
                                + " and l.submission.contact.email is not null"
                                + " and (l.submission.contact.keepUntil is null or l.submission.contact.keepUntil > :now)"
                                + " and l.submission.contact.keeping = org.postern.letter.Keeping.FOR_A_REPLY"
                                + " and not exists (select s.id from Survey s where s.letterId = l.id and s.weeks >= :weeks)"
                                + " order by l.stateSince",
                        UUID.class)
                .setParameter("from", now.minus(weeks(weeks)))
                .setParameter("until", now.minus(weeks(next)))
                .setParameter("weeks", weeks)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * It is being asked.
     *
     * @param letter locked, so that it is asked once
     * @param place where it was posted to
     */
    public void ask(Letter letter, int weeks, long place, Instant now) {
        if (of(letter).stream().noneMatch(survey -> survey.weeks() >= weeks)) {
            em.persist(new Survey(letter, weeks, place, day(now)));
        }
    }

    /** @return the question that is due: after how many weeks; empty while there is none, or it was answered */
    public Optional<Integer> due(Letter letter, Instant now) {
        if (letter.state() != LetterState.POSTED) {
            return Optional.empty();
        }
        Optional<Integer> last = Survey.WEEKS.stream()
                .filter(weeks -> !letter.stateSince().plus(weeks(weeks)).isAfter(now))
                .reduce((a, b) -> b);
        return last.filter(
                weeks -> of(letter).stream().noneMatch(survey -> survey.weeks() >= weeks && survey.answer() != null));
    }

    /**
     * Its writer answers the question that is due; nothing is noted where none is.
     *
     * @param letter locked
     * @param place where it was posted to
     */
    public void answer(Letter letter, Survey.Answer what, long place, Instant now) {
        due(letter, now).ifPresent(weeks -> {
            Survey survey = of(letter).stream()
                    .filter(asked -> asked.weeks() == weeks)
                    .findFirst()
                    .orElseGet(() -> {
                        Survey anew = new Survey(letter, weeks, place, day(now));
                        em.persist(anew);
                        return anew;
                    });
            survey.answered(what, day(now));
        });
        if (what == Survey.Answer.REPLIED && letter.state().next().contains(LetterState.REPLIED)) {
            letter.beAnswered(Actor.WRITER, now);
        }
    }

    /** @return what was asked about a letter, first to last */
    public List<Survey> of(Letter letter) {
        return em.createQuery("select s from Survey s where s.letterId = :id order by s.weeks", Survey.class)
                .setParameter("id", letter.id())
                .getResultList();
    }

    /**
     * What became known of a letter.
     *
     * @param back whether the post brought it back; else word of it came
     */
    public record Word(UUID letter, long recipientId, LocalDate posted, LocalDate known, boolean back) {}

    /** @return what became known of letters posted since a day: by answers, by what their writers said, by returns */
    public List<Word> words(LocalDate since) {
        List<Word> all = new ArrayList<>();
        em.createQuery(
                        "select r.letter.id, r.recipientId, max(p.day), min(r.day), r.to from LetterEvent p, LetterEvent r"
                                + " where r.letter = p.letter and p.day >= :since and p.day <= r.day"
                                + " and p.to = org.postern.letter.LetterState.POSTED and r.to in"
                                + " (org.postern.letter.LetterState.REPLIED, org.postern.letter.LetterState.RETURNED)"
                                + " group by r.letter.id, r.recipientId, r.to",
                        Object[].class)
                .setParameter("since", since)
                .getResultStream()
                .forEach(row -> all.add(word(row, row[4] == LetterState.RETURNED)));
        em.createQuery(
                        "select p.letter.id, p.recipientId, max(p.day), min(s.answeredOn) from LetterEvent p, Survey s"
                                + " where s.letterId = p.letter.id and p.day >= :since"
                                + " and p.to = org.postern.letter.LetterState.POSTED and s.answer = :arrived"
                                + " group by p.letter.id, p.recipientId",
                        Object[].class)
                .setParameter("since", since)
                .setParameter("arrived", Survey.Answer.ARRIVED)
                .getResultStream()
                .forEach(row -> all.add(word(row, false)));
        return all;
    }

    private static Word word(Object[] row, boolean back) {
        return new Word((UUID) row[0], (Long) row[1], (LocalDate) row[2], (LocalDate) row[3], back);
    }

    private static Duration weeks(int weeks) {
        return Duration.ofDays(7L * weeks);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}

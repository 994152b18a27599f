package org.postern.reply;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.postern.directory.Recipient;

/** Letters from prison that were shown to everybody, also those that are hidden again. */
@Dependent
public class PublishedLetters {
    private final EntityManager em;

    @Inject
    public PublishedLetters(EntityManager em) {
        this.em = em;
    }

    public void add(PublishedLetter letter) {
        em.persist(letter);
        em.flush();
    }

    /** @return what everybody may read, the latest first */
    public List<PublishedLetter> shown() {
        return em.createQuery(
                        "select p from PublishedLetter p where p.shown = :yes order by p.id desc",
                        PublishedLetter.class)
                .setParameter("yes", true)
                .getResultList();
    }

    /** @return one that everybody may read */
    public Optional<PublishedLetter> shown(String slug) {
        return bySlug(slug).filter(PublishedLetter::isShown);
    }

    public Optional<PublishedLetter> bySlug(String slug) {
        return em.createQuery("select p from PublishedLetter p where p.slug = :slug", PublishedLetter.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** @return of one person, hidden ones too, the latest first */
    public List<PublishedLetter> of(Recipient person) {
        return em.createQuery(
                        "select p from PublishedLetter p where p.recipientId = :person order by p.id desc",
                        PublishedLetter.class)
                .setParameter("person", person.id())
                .getResultList();
    }
}

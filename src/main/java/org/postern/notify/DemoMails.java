package org.postern.notify;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.postern.notice.MailAddress;
import org.postern.web.DemoStrip;

/** The mails that the demo keeps instead of sending them. */
@Dependent
class DemoMails {
    private final EntityManager em;
    private final DemoStrip strip;

    @Inject
    public DemoMails(EntityManager em, DemoStrip strip) {
        this.em = em;
        this.strip = strip;
    }

    void keep(MailAddress to, Mail mail, Instant now) {
        em.persist(new DemoMail(to.text(), mail, now));
        em.flush();
        count();
    }

    /** Tells the strip at the top of each page how many there are. */
    void count() {
        strip.countMails(em.createQuery("select count(m) from DemoMail m", Long.class)
                .getSingleResult()
                .intValue());
    }

    /** @return newest first */
    List<DemoMail> lately(int most) {
        return em.createQuery("select m from DemoMail m order by m.id desc", DemoMail.class)
                .setMaxResults(most)
                .getResultList();
    }
}

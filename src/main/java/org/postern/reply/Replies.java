package org.postern.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Letter;
import org.postern.letter.NotNow;
import org.postern.typeset.ScannedPage;
import org.postern.vault.Seal;
import org.postern.vault.Vault;

/** All answers, each under a key of its own. What needs that key is done here. */
@ApplicationScoped
public class Replies {
    /** Pixels; enough to tell which way up a page is and what begins on it. */
    private static final int SMALL = 220;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    public Replies() {}

    /** For tests. */
    public Replies(EntityManager em, Vault vault) {
        this.em = em;
        this.vault = vault;
    }

    /** A page without its picture. */
    public record Leaf(UUID id, int number, int width, int height) {}

    // --- with the volunteer -------------------------------------------------------------------------------------

    /**
     * @param id of an answer that is not there yet
     * @param site whose printers see it after a day; null for none
     */
    public Reply take(UUID id, List<ScannedPage> pages, long staff, @Nullable Long site, Instant now) {
        Reply reply = new Reply(id, vault.newKey(Seal.REPLY), staff, site, now);
        em.persist(reply);
        for (int i = 0; i < pages.size(); i++) {
            ReplyPage page = new ReplyPage(UUID.randomUUID(), reply.id(), i + 1);
            draw(reply, page, pages.get(i));
            em.persist(page);
        }
        em.flush();
        return reply;
    }

    /** Turned clockwise by so many quarters. */
    public void turn(Reply reply, UUID page, int quarters) {
        page(reply, page)
                .ifPresent(found -> draw(reply, found, opened(reply, found).turned(quarters)));
    }

    /**
     * Blackens a box, for ever: the whole answer is sealed under a new key, and the old one is destroyed in the same
     * transaction, so that what lay under the box is beyond reach in every copy too. The sides are parts of the page, 0
     * to 1.
     */
    public void blacken(Reply reply, UUID page, double left, double top, double right, double bottom) {
        UUID old = reply.scanKey();
        UUID fresh = vault.newKey(Seal.REPLY);
        for (ReplyPage one : pagesOf(reply)) {
            if (one.id().equals(page)) {
                draw(fresh, one, opened(reply, one).blackened(left, top, right, bottom));
            } else {
                sealAnew(old, fresh, one);
            }
        }
        reply.sealedAnew(fresh);
        em.flush();
        vault.erase(old);
    }

    /** A page that says nothing, or nothing that is the writer's. The last one stays: then the whole answer is dropped. */
    public void leaveOut(Reply reply, UUID page) {
        List<ReplyPage> all = pagesOf(reply);
        if (all.size() > 1) {
            all.stream().filter(one -> one.id().equals(page)).forEach(em::remove);
            all.removeIf(one -> one.id().equals(page));
            number(reply, all);
        }
    }

    /** @return the answer that begins with this page from now on; empty if it is the first one anyway */
    public Optional<Reply> split(Reply reply, UUID from) {
        List<ReplyPage> all = pagesOf(reply);
        int at = 0;
        while (at < all.size() && !all.get(at).id().equals(from)) {
            at++;
        }
        if (at == 0 || at == all.size()) {
            return Optional.empty();
        }
        Reply rest = reply.splitOff(vault.newKey(Seal.REPLY));
        em.persist(rest);
        em.flush();
        move(reply, all.subList(at, all.size()), rest, 0);
        return Optional.of(rest);
    }

    /** The pages of one go behind those of another, and nothing is left of it. */
    public void join(Reply into, Reply from) {
        move(from, pagesOf(from), into, pagesOf(into).size());
        em.flush();
        vault.erase(from.scanKey());
        em.remove(from);
    }

    private void move(Reply from, List<ReplyPage> pages, Reply to, int before) {
        for (int i = 0; i < pages.size(); i++) {
            ReplyPage page = pages.get(i);
            page.goesTo(to.id(), before + i + 1);
            sealAnew(from.scanKey(), to.scanKey(), page);
        }
    }

    private static void number(Reply reply, List<ReplyPage> pages) {
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).goesTo(reply.id(), i + 1);
        }
    }

    /** On to the writer of the letter it answers. */
    public void send(Reply reply, Letter letter, Instant now) {
        reply.send(letter, now);
    }

    // --- finding ------------------------------------------------------------------------------------------------

    /** @return what a volunteer has in hand, oldest first: their own, and what the others of their site left for a day */
    public List<Reply> inHandOf(long staff, @Nullable Long site, Instant now) {
        return em.createQuery(
                        "select r from Reply r where r.state = org.postern.reply.Reply.State.OPEN"
                                + " and (r.byStaff = :staff or r.siteId = :site) order by r.received, r.id",
                        Reply.class)
                .setParameter("staff", staff)
                .setParameter("site", site == null ? -1 : site)
                .getResultStream()
                .filter(reply -> reply.isInHandOf(staff, site, now))
                .toList();
    }

    public Optional<Reply> byId(UUID id) {
        return Optional.ofNullable(em.find(Reply.class, id));
    }

    /** @return the answer, locked until the transaction ends */
    public Optional<Reply> lock(UUID id) {
        return Optional.ofNullable(em.find(Reply.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** @return what the writer of a letter may open, oldest first */
    public List<Reply> to(Letter letter) {
        return em.createQuery(
                        "select r from Reply r where r.letterId = :letter"
                                + " and r.state = org.postern.reply.Reply.State.SENT order by r.received, r.id",
                        Reply.class)
                .setParameter("letter", letter.id())
                .getResultList();
    }

    /** @return its pages in their order, without their pictures */
    public List<Leaf> pages(Reply reply) {
        return em.createQuery(
                        "select p.id, p.number, p.width, p.height from ReplyPage p where p.replyId = :reply"
                                + " order by p.number",
                        Object[].class)
                .setParameter("reply", reply.id())
                .getResultStream()
                .map(row -> new Leaf((UUID) row[0], (Integer) row[1], (Integer) row[2], (Integer) row[3]))
                .toList();
    }

    /** @return a page's picture; empty if it is none of this answer's, or erased */
    public Optional<ScannedPage> picture(Reply reply, UUID page) {
        return page(reply, page).filter(found -> vault.holds(reply.scanKey())).map(found -> opened(reply, found));
    }

    /** @return its small picture */
    public Optional<ScannedPage> small(Reply reply, UUID page) {
        return page(reply, page)
                .filter(found -> vault.holds(reply.scanKey()))
                .map(found ->
                        ScannedPage.stored(vault.open(reply.scanKey(), context("small", found.id()), found.small())));
    }

    private Optional<ReplyPage> page(Reply reply, UUID page) {
        return Optional.ofNullable(em.find(ReplyPage.class, page))
                .filter(found -> found.replyId().equals(reply.id()));
    }

    private List<ReplyPage> pagesOf(Reply reply) {
        return new ArrayList<>(
                em.createQuery("select p from ReplyPage p where p.replyId = :reply order by p.number", ReplyPage.class)
                        .setParameter("reply", reply.id())
                        .getResultList());
    }

    // --- with the writer, and the translator --------------------------------------------------------------------

    public void open(Reply reply, Instant now) {
        reply.open(now);
    }

    /** @return what waits for a translator, oldest first */
    public List<Reply> toTranslate(Instant now) {
        return em.createQuery(
                        "select r from Reply r where r.state = org.postern.reply.Reply.State.SENT"
                                + " and r.wantedLanguage is not null and r.translatedBy is null"
                                + " order by r.received, r.id",
                        Reply.class)
                .getResultStream()
                .filter(reply -> reply.waitsForTranslator(now))
                .toList();
    }

    /** @return what a translator took up */
    public List<Reply> translatedNowBy(long staff, Instant now) {
        return em.createQuery("select r from Reply r where r.claimedBy = :staff order by r.received, r.id", Reply.class)
                .setParameter("staff", staff)
                .getResultStream()
                .filter(reply -> reply.isTranslatedNowBy(staff, now))
                .toList();
    }

    /** @return what waits for a second reader who may be this member, oldest first */
    public List<Reply> toCheck(long staff, Instant now) {
        return atSecondReaders().stream()
                .filter(reply -> reply.waitsForSecondReader(staff, now))
                .toList();
    }

    /** @return what a second reader took up */
    public List<Reply> checkedNowBy(long staff, Instant now) {
        return atSecondReaders().stream()
                .filter(reply -> reply.isCheckedNowBy(staff, now))
                .toList();
    }

    /** @return what is translated and looked over by nobody yet, whoever has it, oldest first */
    public List<Reply> atSecondReaders() {
        return em.createQuery(
                        "select r from Reply r where r.state = org.postern.reply.Reply.State.SENT"
                                + " and r.translatedBy is not null and r.checkedBy is null order by r.received, r.id",
                        Reply.class)
                .getResultList();
    }

    /** Keeps a translation that is not finished: the writer does not see it yet. */
    public void keepTranslation(Reply reply, String text, long staff) {
        reply.keepTranslation(staff, seal(reply, "translation", text));
    }

    /** On to a second reader. */
    public void finishTranslation(Reply reply, String text, long staff) {
        keepTranslation(reply, text, staff);
        reply.finishTranslation(staff);
    }

    /** @throws NotNow if some of the translation is this member's work */
    public void confirmTranslation(Reply reply, long staff) {
        reply.confirmTranslation(staff);
    }

    /** @param advice what the next translator should look at again */
    public void sendBack(Reply reply, String advice) {
        reply.sendBack(seal(reply, "translation-advice", advice));
    }

    /** @return what a second reader asks the next translator to look at; empty once it was handed in again */
    public Optional<String> adviceOn(Reply reply) {
        return opened(reply, "translation-advice", reply.sealedAdvice());
    }

    private byte[] seal(Reply reply, String what, String text) {
        return vault.sealText(reply.scanKey(), context(what, reply.id()), text);
    }

    private Optional<String> opened(Reply reply, String what, byte @Nullable [] sealed) {
        return sealed == null || !vault.holds(reply.scanKey())
                ? Optional.empty()
                : Optional.of(vault.openText(reply.scanKey(), context(what, reply.id()), sealed));
    }

    /** @return the translation so far; {@link Reply#isTranslated} says whether its writer may read it */
    public Optional<String> translationOf(Reply reply) {
        return opened(reply, "translation", reply.sealedTranslation());
    }

    // --- time ---------------------------------------------------------------------------------------------------

    /** @return answers past their date, and those whose letter does not lead to its writer any more */
    public List<UUID> due(Instant now, int most) {
        return em.createQuery(
                        "select r.id from Reply r where r.until <= :now or (r.state ="
                                + " org.postern.reply.Reply.State.SENT and exists (select l.id from Letter l"
                                + " where l.id = r.letterId and l.submission is null))",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Destroys its key, and the rows with it. */
    public void erase(UUID id) {
        lock(id).ifPresent(reply -> {
            vault.erase(reply.scanKey());
            em.createQuery("delete from ReplyPage p where p.replyId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            em.remove(reply);
        });
    }

    // --- the seal -----------------------------------------------------------------------------------------------

    private void draw(Reply reply, ReplyPage page, ScannedPage picture) {
        draw(reply.scanKey(), page, picture);
    }

    private void draw(UUID key, ReplyPage page, ScannedPage picture) {
        page.shows(
                vault.seal(key, context("page", page.id()), picture.jpeg()),
                vault.seal(
                        key,
                        context("small", page.id()),
                        picture.atMostWide(SMALL).jpeg()),
                picture.width(),
                picture.height());
    }

    private void sealAnew(UUID old, UUID fresh, ReplyPage page) {
        String picture = context("page", page.id());
        String small = context("small", page.id());
        page.shows(
                vault.seal(fresh, picture, vault.open(old, picture, page.picture())),
                vault.seal(fresh, small, vault.open(old, small, page.small())),
                page.width(),
                page.height());
    }

    private ScannedPage opened(Reply reply, ReplyPage page) {
        return ScannedPage.stored(vault.open(reply.scanKey(), context("page", page.id()), page.picture()));
    }

    private static String context(String what, UUID id) {
        return "reply." + what + ":" + id;
    }
}

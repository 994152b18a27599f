package org.postern.post;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Actor;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Submission;
import org.postern.letter.Writers;
import org.postern.notice.NoticeKind;
import org.postern.post.ReplyScans.Seen;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.staff.Audit;
import org.postern.staff.Staff;
import org.postern.typeset.ScannedPage;
import org.postern.vault.PieceCode;
import org.postern.vault.Token;

/** What a volunteer does with the answers in hand, one transaction a deed. The audit knows that, and no word of them. */
@Dependent
class ReplyDeeds {
    private final Replies replies;
    private final ReplyMatch match;
    private final Letters letters;
    private final Writers writers;
    private final Audit audit;
    private final Staff staff;
    private final Clock clock;

    @Inject
    ReplyDeeds(
            Replies replies,
            ReplyMatch match,
            Letters letters,
            Writers writers,
            Audit audit,
            Staff staff,
            Clock clock) {
        this.replies = replies;
        this.match = match;
        this.letters = letters;
        this.writers = writers;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Takes a stack in: a new answer begins behind a separating sheet, and with each page that carries the code of
     * another letter. A form that comes again, because nobody heard whether it had come, takes nothing in twice.
     *
     * @param form which of all forms it was
     * @param scanned the code that was scanned before, for the first answer that carries none itself
     * @return the answers that are in hand, in the order of the stack
     */
    @Transactional
    public List<UUID> take(Token form, List<Seen> pages, Optional<PieceCode> scanned) {
        Instant now = clock.instant();
        List<UUID> taken = new ArrayList<>();
        Optional<PieceCode> code = scanned;
        List<ScannedPage> heap = new ArrayList<>();
        for (Seen page : pages) {
            Optional<PieceCode> own = page.codes().stream()
                    .filter(one -> match.byCode(one).isPresent())
                    .findFirst();
            boolean begins = page.separates() || (own.isPresent() && !own.equals(code));
            if (begins && !heap.isEmpty()) {
                taken.add(keep(idOf(form, taken.size()), heap, code, now));
                heap = new ArrayList<>();
                code = Optional.empty();
            }
            if (own.isPresent()) {
                code = own;
            }
            if (!page.separates()) {
                heap.add(page.page());
            }
        }
        if (!heap.isEmpty()) {
            taken.add(keep(idOf(form, taken.size()), heap, code, now));
        }
        return taken.stream().filter(id -> mine(id).isPresent()).toList();
    }

    /** The same for the same answer of the same form; nobody else can guess it. */
    private UUID idOf(Token form, int place) {
        String whole = form.text() + " " + staff.id() + " " + place;
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }

    private UUID keep(UUID id, List<ScannedPage> heap, Optional<PieceCode> code, Instant now) {
        if (replies.byId(id).isPresent()) {
            return id;
        }
        Reply reply = replies.take(id, heap, staff.id(), staff.siteId(), now);
        code.flatMap(match::byCode).ifPresent(reply::answers);
        audit.record(staff.id(), "reply.taken", reply.id().toString(), "pages: " + heap.size());
        return reply.id();
    }

    /** @return the answer, if this member has it in hand */
    Optional<Reply> mine(UUID id) {
        return replies.byId(id).filter(this::isMine);
    }

    private boolean isMine(Reply reply) {
        return reply.isInHandOf(staff.id(), staff.siteId(), clock.instant());
    }

    /** @return whether it was done: false for what is not this member's, or sent meanwhile */
    @Transactional
    public boolean change(UUID id, Consumer<Reply> deed) {
        Optional<Reply> locked = replies.lock(id).filter(this::isMine);
        locked.ifPresent(deed);
        return locked.isPresent();
    }

    /** Blackened for ever. */
    @Transactional
    public boolean blacken(UUID id, UUID page, Box box) {
        return change(id, reply -> {
            replies.blacken(reply, page, box.left(), box.top(), box.right(), box.bottom());
            audit.record(staff.id(), "reply.blackened", id.toString());
        });
    }

    /** Sides as parts of the page, 0 to 1. */
    record Box(double left, double top, double right, double bottom) {}

    @Transactional
    public boolean match(UUID id, PieceCode code) {
        Letter letter = match.byCode(code).orElse(null);
        return letter != null && change(id, reply -> reply.answers(letter));
    }

    /** Pages of another answer in hand go behind this one's. */
    @Transactional
    public boolean join(UUID id, UUID from) {
        Reply other =
                id.equals(from) ? null : replies.lock(from).filter(this::isMine).orElse(null);
        return other != null && change(id, reply -> replies.join(reply, other));
    }

    @Transactional
    public boolean drop(UUID id) {
        return change(id, reply -> {
            replies.erase(id);
            audit.record(staff.id(), "reply.dropped", id.toString());
        });
    }

    /**
     * Seals it for the writer and tells them. From now on nobody here sees it, but a translator if one is wanted.
     *
     * @return whether it is on its way; false where nothing leads to the writer any more, or it is not matched
     */
    @Transactional
    public boolean send(UUID id, boolean translate) {
        Instant now = clock.instant();
        Reply reply = replies.lock(id).filter(this::isMine).orElse(null);
        UUID letterId = reply == null ? null : reply.letterId();
        if (reply == null || letterId == null) {
            return false;
        }
        Letter letter = letters.lock(letterId).orElseThrow();
        @Nullable Submission submission = letter.submission().orElse(null);
        if (submission == null) {
            return false;
        }
        if (letter.state() != LetterState.REPLIED) {
            letter.beAnswered(Actor.staff(staff.id()), now);
        }
        replies.send(reply, letter, now);
        if (translate) {
            reply.wantTranslation(Objects.requireNonNullElse(submission.language(), "en"));
        }
        writers.tell(letter, NoticeKind.REPLIED, now);
        audit.record(staff.id(), "reply.sent", id.toString());
        return true;
    }
}

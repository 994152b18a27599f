package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.postern.letter.Letters;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.staff.Role;
import org.postern.staff.StaffAccounts;

/**
 * Answers from prison that wait for a translator or a second reader, and those that a member has open. Nobody works on an
 * answer to a letter of their own. Within a transaction.
 */
@Dependent
class ReplyShelf {
    /** More open answers than these are answers that wait for nobody. */
    static final int MOST_OPEN = 5;

    private final Replies replies;
    private final Letters letters;
    private final StaffAccounts accounts;

    @Inject
    public ReplyShelf(Replies replies, Letters letters, StaffAccounts accounts) {
        this.replies = replies;
        this.letters = letters;
        this.accounts = accounts;
    }

    /** @return how many wait for a translator, by the language that is wanted */
    Map<String, Long> toTranslate(long staff, Instant now) {
        return byLanguage(others(replies.toTranslate(now), staff));
    }

    /** @return how many wait for a second reader who may be this member, by the language of the translation */
    Map<String, Long> toCheck(long staff, Instant now) {
        return byLanguage(others(replies.toCheck(staff, now), staff));
    }

    /** @return the one that waits longest for a translator into a language, and is this member's now */
    Optional<Reply> takeToTranslate(String into, long staff, Instant now) {
        return take(others(replies.toTranslate(now), staff), into, (reply, id) -> reply.claim(id, now), staff);
    }

    /** @return the one that waits longest for a second reader of a language, and is this member's now */
    Optional<Reply> takeToCheck(String into, long staff, Instant now) {
        return take(
                others(replies.toCheck(staff, now), staff), into, (reply, id) -> reply.claimToCheck(id, now), staff);
    }

    /** @return whether it answers a letter of this member's own */
    boolean isToOneself(Reply reply, long staff) {
        return letters.ownOf(staff).contains(reply.letterId());
    }

    /** @return whether what this member translates waits for nobody: there is no other one to look it over */
    boolean isAlone(long staff) {
        return accounts.living().stream()
                .filter(account -> account.is(Role.TRANSLATOR) || account.is(Role.MODERATOR))
                .allMatch(account -> account.id() == staff);
    }

    private Optional<Reply> take(List<Reply> waiting, String into, BiPredicate<Reply, Long> claim, long staff) {
        return waiting.stream()
                .filter(reply -> into.equals(reply.wantedLanguage()))
                .flatMap(reply -> replies.lock(reply.id()).stream())
                .filter(reply -> claim.test(reply, staff))
                .findFirst();
    }

    private List<Reply> others(List<Reply> all, long staff) {
        Set<UUID> own = letters.ownOf(staff);
        return all.stream().filter(reply -> !own.contains(reply.letterId())).toList();
    }

    private static Map<String, Long> byLanguage(List<Reply> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        reply -> String.valueOf(reply.wantedLanguage()), TreeMap::new, Collectors.counting()));
    }
}

package org.postern.notice;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that may be handed to a mail server: an allow-list, not RFC 5322. No quotes, comments, groups,
 * blanks or line ends get through, and nothing beyond ASCII: a character such as U+010A, cut to a byte, is a line end
 * and would begin a second command.
 *
 * @param local before the @, as it was typed
 * @param domain in lower case, other scripts in punycode
 */
public record MailAddress(String local, String domain) {
    private static final int LONGEST = 254;
    private static final Pattern LOCAL = Pattern.compile(
            "(?=.{1,64}$)[A-Za-z0-9_][A-Za-z0-9!#$%&'*+/=?^_`{|}~-]*" + "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?![0-9]+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])");
    private static final IDNA PUNYCODE = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /** @return the address that somebody typed, surrounding blanks left out; empty if it is none */
    public static Optional<MailAddress> parse(String typed) {
        String text = typed.strip();
        int at = text.indexOf('@');
        if (at < 0 || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        IDNA.Info info = new IDNA.Info();
        String domain = PUNYCODE.nameToASCII(text.substring(at + 1), new StringBuilder(), info)
                .toString()
                .toLowerCase(Locale.ROOT);
        boolean good = !info.hasErrors()
                && LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches()
                && local.length() + 1 + domain.length() <= LONGEST;
        return good ? Optional.of(new MailAddress(local, domain)) : Optional.empty();
    }

    /** @return {@code local@domain}, ASCII only */
    public String text() {
        return local + "@" + domain;
    }

    /** No log may hold an address: {@link #text()} is for the mail server alone. */
    @Override
    public String toString() {
        return "a mail address";
    }
}

package org.postern.letter;

/**
 * Which letters a member may be dealt, as conditions on the table {@code letter} in SQL; {@code ?3} is the id of their
 * account, {@code ?4} the same between commas and percent signs. No letter may wait for somebody who will never be dealt it:
 * whoever is kept from one is kept only while somebody else may read it.
 */
final class Deal {
    /** In every room: what came from an address of their own, after they named it, is not for them. */
    static final String NOT_OWN = " and " + notOwn("?3");

    /** Nobody checks a translation in which some of their work is. */
    private static final String NOT_TRANSLATED = " and (translators is null or translators not like ?4)";

    /** So many times it was too heavy for somebody: then a lead reads it. */
    private static final int MOST_PASSED_ON = 3;

    /** Members who could still read it, by name {@code m}: not theirs, not too heavy for them, not read by them before. */
    private static final String COULD_READ =
            " from staff_account m join staff_role r on r.account_id = m.id and r.role = 'MODERATOR'"
                    + " where m.left_at is null and " + notOwn("m.id") + " and not " + passed("m.id") + " and "
                    + unread("m.id", "'%,' || cast(m.id as varchar) || ',%'");

    /**
     * Left to a lead by a reader, or too heavy for several, while a lead could read it. The first of two who was a lead has
     * looked: its second reader may be anyone.
     */
    private static final String WANTS_LEAD = "((exists (select 1 from escalation e where e.letter_id = letter.id)"
            + " or (select count(*) from passed_on p where p.letter_id = letter.id) >= " + MOST_PASSED_ON + ")"
            + " and not exists (select 1 from staff_account f"
            + " where f.lead and f.id = letter.first_reader and letter.first_hash = letter.content_hash)"
            + " and exists (select 1" + COULD_READ + " and m.lead))";

    private static final String LEAD = "exists (select 1 from staff_account a where a.id = ?3 and a.lead)";

    /** A letter of a reader's room that a member may take up by name: not read by them before, and no lead's. */
    static final String READABLE = " and " + unread("?3", "?4") + " and (" + LEAD + " or not " + WANTS_LEAD + ")";

    /** Languages and places they said they read; what nobody who could read it reads is dealt to everyone, leads read all. */
    private static final String FITTING = " and (" + fits("?3") + " or (" + LEAD + " and " + WANTS_LEAD + ")"
            + " or not exists (select 1" + COULD_READ + " and " + fits("m.id") + "))";

    /** Too heavy for them before; it comes back to them only where it is left to nobody else. */
    private static final String NOT_PASSED =
            " and (not " + passed("?3") + " or not exists (select 1" + COULD_READ + " and m.id <> ?3))";

    /** Found good by one of two, and nobody here may be the other: an administrator hears of it. */
    static final String FOR_NOBODY = " and first_hash = content_hash and not exists (select 1" + COULD_READ + ")";

    private Deal() {}

    /** @return what a letter of a room must be, beginning with {@code and} */
    static String conditions(LetterState room) {
        return NOT_OWN + counted(room);
    }

    /** @return the same for a number that is shown: no number tells a member which letters are from an address they named */
    static String counted(LetterState room) {
        return NOT_TRANSLATED + (room == LetterState.IN_REVIEW ? READABLE + FITTING + NOT_PASSED : "");
    }

    /** @return whether a lead other than {@code ?3} could read it */
    static String anotherLead() {
        return " and exists (select 1" + COULD_READ + " and m.lead and m.id <> ?3)";
    }

    private static String notOwn(String account) {
        return "not exists (select 1 from submission s"
                + " join contact c on c.id = s.contact_id join staff_address a on a.address_index = c.email_index"
                + " where s.id = letter.submission_id and a.account_id = " + account
                + " and a.named_on < letter.written_on)";
    }

    private static String passed(String account) {
        return "exists (select 1 from passed_on p where p.letter_id = letter.id and p.staff_id = " + account + ")";
    }

    /** The first of two readers of the very same page is not its second one, nor whoever had a hand in it. */
    private static String unread(String account, String like) {
        return "(letter.first_reader is null or letter.first_hash is distinct from letter.content_hash"
                + " or (letter.first_reader <> " + account + " and letter.touched_by not like " + like + "))";
    }

    private static String fits(String account) {
        return "((not exists (select 1 from staff_language x where x.account_id = " + account + ")"
                + " or language in (select x.language from staff_language x where x.account_id = " + account + "))"
                + " and (not exists (select 1 from staff_place x where x.account_id = " + account + ")"
                + " or recipient_id in (select p.id from recipient p join staff_place x on x.facility_id = p.facility_id"
                + " where x.account_id = " + account + ")))";
    }
}

package org.postern.letter;

/**
 * Which letters a member may be dealt, as conditions on the table {@code letter} in SQL; {@code ?3} is the id of their
 * account, {@code ?4} the same between commas and percent signs.
 */
final class Deal {
    /** In every room: what came from an address of their own is not for them. */
    static final String NOT_OWN = " and not exists (select 1 from submission s"
            + " join contact c on c.id = s.contact_id join staff_address a on a.address_index = c.email_index"
            + " where s.id = letter.submission_id and a.account_id = ?3)";

    /** Nobody checks a translation in which some of their work is. */
    private static final String NOT_TRANSLATED = " and (translators is null or translators not like ?4)";

    /** Languages and places they said they read; what no living moderator reads is dealt to everyone. */
    private static final String FITTING = " and (" + fits("?3") + " or not exists (select 1 from staff_account m"
            + " join staff_role r on r.account_id = m.id and r.role = 'MODERATOR' where m.left_at is null and "
            + fits("m.id") + "))";

    /** So many times it was too heavy for somebody: then a lead reads it. */
    private static final int MOST_PASSED_ON = 3;

    /** Too heavy for them before, or theirs to read no second time, or a lead's while there is one. */
    private static final String NOT_LEFT_TO_OTHERS = " and not exists (select 1 from passed_on p"
            + " where p.letter_id = letter.id and p.staff_id = ?3)"
            + " and (first_reader is null or (first_reader <> ?3 and touched_by not like ?4))"
            + " and ((not exists (select 1 from escalation e where e.letter_id = letter.id)"
            + " and (select count(*) from passed_on p where p.letter_id = letter.id) < " + MOST_PASSED_ON + ")"
            + " or exists (select 1 from staff_account a where a.id = ?3 and a.lead)"
            + " or not exists (select 1 from staff_account a where a.lead and a.left_at is null))";

    private Deal() {}

    /** @return what a letter of a room must be, beginning with {@code and} */
    static String conditions(LetterState room) {
        return NOT_TRANSLATED + NOT_OWN + (room == LetterState.IN_REVIEW ? FITTING + NOT_LEFT_TO_OTHERS : "");
    }

    private static String fits(String account) {
        return "((not exists (select 1 from staff_language x where x.account_id = " + account + ")"
                + " or language in (select x.language from staff_language x where x.account_id = " + account + "))"
                + " and (not exists (select 1 from staff_place x where x.account_id = " + account + ")"
                + " or recipient_id in (select p.id from recipient p join staff_place x on x.facility_id = p.facility_id"
                + " where x.account_id = " + account + ")))";
    }
}

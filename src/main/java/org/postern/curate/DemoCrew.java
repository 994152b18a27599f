package org.postern.curate;

import java.util.List;
import org.postern.staff.Role;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;

/**
 * Who did it in the demo's history.
 *
 * @param secondReader another than the translator
 */
record DemoCrew(long reader, long otherReader, long translator, long secondReader, long printer, long organiser) {

    /** @throws IllegalStateException if a role is missing */
    static DemoCrew of(StaffAccounts accounts) {
        List<StaffAccount> readers = accounts.living(Role.MODERATOR);
        List<StaffAccount> translators = accounts.living(Role.TRANSLATOR);
        List<StaffAccount> printers = accounts.living(Role.PRINTER);
        List<StaffAccount> organisers = accounts.living(Role.ORGANISER);
        if (readers.isEmpty() || translators.size() < 2 || printers.isEmpty() || organisers.isEmpty()) {
            throw new IllegalStateException("The demo's letters need its members first");
        }
        return new DemoCrew(
                readers.get(0).id(),
                readers.get(readers.size() - 1).id(),
                translators.get(0).id(),
                translators.get(1).id(),
                printers.get(0).id(),
                organisers.get(0).id());
    }
}

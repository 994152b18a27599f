package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.letter.Contacts;
import org.postern.letter.Piles;
import org.postern.notice.MailAddress;
import org.postern.staff.Audit;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;
import org.postern.web.Languages;

/** Keeps what a reader says of themselves; of an address only its keyed hash, and in the audit not even that. */
@Dependent
class WhatIRead {
    private final StaffAccounts accounts;
    private final Facilities facilities;
    private final Piles piles;
    private final Contacts contacts;
    private final Audit audit;

    @Inject
    public WhatIRead(StaffAccounts accounts, Facilities facilities, Piles piles, Contacts contacts, Audit audit) {
        this.accounts = accounts;
        this.facilities = facilities;
        this.piles = piles;
        this.contacts = contacts;
        this.audit = audit;
    }

    @Transactional
    public MineReading.Model of(long staff, String said, String wrong) {
        StaffAccount account = account(staff);
        Map<String, List<Facility>> places = facilities.all().stream()
                .collect(Collectors.groupingBy(Facility::country, LinkedHashMap::new, Collectors.toList()));
        TreeSet<String> languages = new TreeSet<>(account.languages());
        languages.addAll(piles.languages());
        languages.addAll(Languages.TAGS);
        return new MineReading.Model(
                List.copyOf(languages),
                account.languages(),
                places,
                account.places(),
                account.addresses(),
                account.shortcuts(),
                said,
                wrong);
    }

    /** What is no language's tag and no place's id is left out. */
    @Transactional
    public void reads(long staff, Collection<String> languages, Collection<String> places, boolean shortcuts) {
        List<Long> wanted = places.stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        StaffAccount account = account(staff);
        account.reads(
                languages.stream().filter(tag -> tag.matches("[A-Za-z-]{2,8}")).toList(),
                facilities.byIds(wanted).keySet());
        account.pressesKeys(shortcuts);
    }

    /** @return empty, or why it is not kept, as {@code reading.wrong.<why>} */
    @Transactional
    public String owns(long staff, String email, LocalDate today) {
        // As writers' addresses are read, so that the two are the same.
        Optional<MailAddress> address = MailAddress.parse(email);
        if (address.isEmpty()) {
            return "email";
        }
        StaffAccount account = account(staff);
        if (!account.owns(contacts.indexOf(address.get().text()), today)) {
            return "many";
        }
        audit.record(staff, "staff.address", account.name());
        return "";
    }

    @Transactional
    public void ownsNothing(long staff) {
        StaffAccount account = account(staff);
        account.ownsNothing();
        audit.record(staff, "staff.addresses-forgotten", account.name());
    }

    private StaffAccount account(long staff) {
        return Objects.requireNonNull(accounts.find(staff));
    }
}

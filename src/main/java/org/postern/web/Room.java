package org.postern.web;

import java.util.Set;

/** The rooms of the desk, in the order of its header, and who may enter. A new room is a line here and a word. */
@SuppressWarnings("ImmutableEnumChecker") // made by Set.of
public enum Room {
    DESK("/desk", "moderator", "translator", "printer", "organiser", "admin"),
    REVIEW("/desk/review", "moderator"),
    TRANSLATIONS("/desk/translations", "translator"),
    CHECKS("/desk/translations/checks", "translator", "moderator"),
    BATCHES("/desk/batches", "printer"),
    SCAN("/desk/scan", "printer"),
    REPLIES("/desk/replies", "printer"),
    PEOPLE("/desk/people", "organiser"),
    FACILITIES("/desk/facilities", "organiser"),
    ADDRESSES("/desk/addresses", "organiser"),
    WORDS("/desk/words", "organiser", "moderator"),
    CAMPAIGNS("/desk/campaigns", "organiser"),
    NUMBERS("/desk/numbers", "organiser", "admin"),
    NOTICES("/desk/notices", "organiser", "admin"),
    STAFF("/desk/staff", "admin"),
    AUDIT("/desk/audit", "organiser", "admin");

    private final String path;
    private final Set<String> roles;

    Room(String path, String... roles) {
        this.path = path;
        this.roles = Set.of(roles);
    }

    public String path() {
        return path;
    }

    /** The key of its name in the messages, such as {@code room.review}; also what a page passes as its section. */
    public String key() {
        return "room." + name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isOpenTo(Set<String> who) {
        return roles.stream().anyMatch(who::contains);
    }
}

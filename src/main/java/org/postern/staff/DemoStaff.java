package org.postern.staff;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/**
 * The invented members of the demo. There are two moderators and two translators, because whoever translates a letter
 * is never its second reader.
 */
record DemoStaff(String name, Role role, boolean lead) {
    static final List<DemoStaff> ALL = List.of(
            new DemoStaff("Marta", Role.MODERATOR, true),
            new DemoStaff("Jonas", Role.MODERATOR, false),
            new DemoStaff("Tomas", Role.TRANSLATOR, false),
            new DemoStaff("Irina", Role.TRANSLATOR, false),
            new DemoStaff("Priya", Role.PRINTER, false),
            new DemoStaff("Olena", Role.ORGANISER, false),
            new DemoStaff("Ada", Role.ADMIN, false));

    /** Short, hard to misread, harmless in any order. */
    private static final List<String> WORDS = List.of(
            "apple", "basil", "cedar", "daisy", "ember", "fable", "grain", "hazel", "inlet", "jolly", "kayak", "lemon",
            "maple", "north", "olive", "pearl", "quilt", "river", "sugar", "tulip", "uncle", "violet", "wheat", "yacht",
            "amber", "bread", "candle", "dune", "eagle", "field", "garden", "harbor");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Three words and four digits: for a demo on one's own machine, easy to type. */
    static String password() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append(WORDS.get(RANDOM.nextInt(WORDS.size()))).append('-');
        }
        return text.append(1000 + RANDOM.nextInt(9000)).toString();
    }

    Set<Role> roles() {
        return Set.of(role);
    }
}

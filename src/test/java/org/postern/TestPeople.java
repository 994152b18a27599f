package org.postern;

import java.time.LocalDate;
import java.util.List;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Place;
import org.postern.directory.Name;
import org.postern.directory.People;
import org.postern.directory.Prisoner;

/** Invented people whom a test may write to. */
public final class TestPeople {
    private TestPeople() {}

    /** @return the id of the listed prisoner of that name, alone in a prison of a country (ISO 3166 alpha-2) */
    public static long listed(TestDatabase db, String name, String country) {
        return db.fromTransaction(em -> {
            People people = new People(em);
            var before = people.prisoner("person-" + name);
            if (before.isPresent()) {
                return before.get().id();
            }
            LocalDate checked = LocalDate.of(2026, 9, 1);
            Place place = new Place("Prison of " + name, null, null, null, null);
            Facility facility = new Facility("prison-" + name, place, place, country, "en", checked, "a test");
            new Facilities(em).add(facility);
            Name whole = new Name("Tester", name, null);
            Prisoner person = new Prisoner(
                    "person-" + name, facility, "en", whole, whole, Prisoner.Gender.SHE, List.of("en"), "Nobody real.");
            person.isInvented();
            person.list("a test", checked, "a test");
            people.add(person);
            return person.id();
        });
    }
}

package org.postern.letter;

import org.postern.TestDatabase;

/** Rows to write to. */
final class TestPeople {
    private TestPeople() {}

    static void add(TestDatabase db, long id) {
        if (Long.valueOf(0).equals(db.value("select count(*) from recipient where id = " + id))) {
            db.sql("insert into recipient (id) values (" + id + ")");
        }
    }
}

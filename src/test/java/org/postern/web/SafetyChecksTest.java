package org.postern.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.TestSettings;

class SafetyChecksTest {
    private static final Map<String, String> FOR_REAL = Map.of(
            "postern.demo", "false",
            "postern.db.url", "jdbc:postgresql://database/postern",
            "postern.origins", "https://letters.example.org, http://abc.onion",
            "postern.smtp.host", "mail.example.org");

    private static void start(Map<String, String> base, String setting, String value) {
        Map<String, String> settings = new HashMap<>(base);
        settings.put(setting, value);
        new SafetyChecks(TestSettings.of(settings)).refuseUnsafeSettings();
    }

    @Test
    void a_demo_with_nothing_set_starts_and_a_house_with_six_settings_does() {
        assertThatCode(() -> start(Map.of(), "postern.demo", "true")).doesNotThrowAnyException();
        assertThatCode(() -> start(FOR_REAL, "postern.demo", "false")).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
                    postern.db.url    | jdbc:h2:file:./x              | postern.db.url needs ;WRITE_DELAY=0: without it H2 loses acknowledged letters when the machine stops
                    postern.db.url    | jdbc:h2:./x;WRITE_DELAY=00500 | postern.db.url needs ;WRITE_DELAY=0: without it H2 loses acknowledged letters when the machine stops
                    postern.db.url    | JDBC:H2:./x;WRITE_DELAY=500   | postern.db.url needs ;WRITE_DELAY=0: without it H2 loses acknowledged letters when the machine stops
                    postern.origins   | letters.example.org           | postern.origins must be addresses such as https://letters.example.org, not letters.example.org
                    postern.origins   | https://a.example, b.example  | postern.origins must be addresses such as https://letters.example.org, not b.example
                    postern.origins   | https://a.example/letters     | postern.origins must be addresses such as https://letters.example.org, not https://a.example/letters
                    postern.origins   | ftp://a.example               | postern.origins must be addresses such as https://letters.example.org, not ftp://a.example
                    postern.origins   | https://a b                   | postern.origins must be addresses such as https://letters.example.org, not https://a b
                    postern.proxies   | nginx                         | postern.proxies must be addresses or networks such as 172.28.0.0/16, not nginx
                    postern.proxies   | 10.0.0.1, 10.0.0.0/33         | postern.proxies must be addresses or networks such as 172.28.0.0/16, not 10.0.0.0/33
                    postern.proxies   | 0.0.0.0/0                     | postern.proxies must be addresses or networks such as 172.28.0.0/16, not 0.0.0.0/0
                    postern.proxies   | 10.0.0.1,                     | postern.proxies must be addresses or networks such as 172.28.0.0/16, not ''
                    postern.smtp.host | ''                            | postern.smtp.host is empty: without it no writer can confirm a letter
                    postern.smtp.tls  | ssl                           | postern.smtp.tls must be starttls, tls or none, not ssl
                    postern.demo      | true                          | postern.demo=true on https://letters.example.org: a demo prints its passwords, so it runs on this machine only; set postern.demo=false
                    """)
    void a_house_does_not_start_with(String setting, String value, String says) {
        assertThatThrownBy(() -> start(FOR_REAL, setting, value))
                .isInstanceOf(UnsafeStart.class)
                .hasMessage(says);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
                    postern.origins   | http://192.0.2.1:8080                          | postern.demo=true on http://192.0.2.1:8080: a demo prints its passwords, so it runs on this machine only; set postern.demo=false
                    postern.origins   | http://localhost:8080, http://localhost.evil.example | postern.demo=true on http://localhost.evil.example: a demo prints its passwords, so it runs on this machine only; set postern.demo=false
                    postern.demo.bind | 0.0.0.0                                        | postern.demo=true bound to 0.0.0.0: a demo listens on this machine only; set postern.demo.bind=127.0.0.1
                    postern.smtp.tls  | STARTTLS                                       | postern.smtp.tls must be starttls, tls or none, not STARTTLS
                    """)
    void a_demo_does_not_start_with(String setting, String value, String says) {
        assertThatThrownBy(() -> start(Map.of(), setting, value))
                .isInstanceOf(UnsafeStart.class)
                .hasMessage(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", "172.28.0.0/16, 2001:db8::/32", "10.0.0.1,10.0.0.2/32"})
    void proxies_may_be_none_or_addresses_or_networks(String proxies) {
        assertThatCode(() -> start(FOR_REAL, "postern.proxies", proxies)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void a_database_that_forgets_is_refused(String switchedOff) {
        SafetyChecks checks = new SafetyChecks(TestSettings.of(FOR_REAL));
        assertThatThrownBy(() -> checks.refuseUnsafeDatabase(postgresWithout(switchedOff)))
                .isInstanceOf(UnsafeStart.class)
                .hasMessage("The database runs with " + switchedOff + "=off and would lose acknowledged letters; set "
                        + switchedOff + "=on");
    }

    @Test
    void a_database_that_keeps_is_taken_and_the_embedded_one_is_not_asked() {
        assertThatCode(() -> new SafetyChecks(TestSettings.of(FOR_REAL)).refuseUnsafeDatabase(postgresWithout("")))
                .doesNotThrowAnyException();
        assertThatCode(() -> new SafetyChecks(TestSettings.of()).refuseUnsafeDatabase(postgresWithout("fsync")))
                .doesNotThrowAnyException();
    }

    /** Answers {@code show <name>} as PostgreSQL does. */
    private static DataSource postgresWithout(String switchedOff) {
        return stub(
                DataSource.class,
                (database, getConnection, none) -> stub(
                        Connection.class,
                        closing((connection, createStatement, nothing) -> stub(
                                Statement.class,
                                closing((statement, executeQuery, sql) -> stub(
                                        ResultSet.class,
                                        closing((row, method, column) ->
                                                method.getName().equals("next")
                                                        ? (Object) true
                                                        : sql[0].equals("show " + switchedOff) ? "off" : "on")))))));
    }

    private static InvocationHandler closing(InvocationHandler handler) {
        return (proxy, method, arguments) ->
                method.getName().equals("close") ? null : handler.invoke(proxy, method, arguments);
    }

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

package nl.sluiswachter.startup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import nl.sluiswachter.kernel.SubjectKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses a subject key that is not the one of this database. With another key nobody is found again: every consent and,
 * worse, every objection would silently be as if it had never been registered.
 */
final class SubjectKeyGuard {

    private static final String NAME = "subject-key-check";
    private static final byte[] FIXED = "sluiswachter".getBytes(StandardCharsets.UTF_8);

    /** The first node to start writes; another one that starts meanwhile waits for it here. */
    private static final String REMEMBER =
            "insert into gateway_state (name, value) values (:name, :value) on conflict (name) do nothing";

    private static final String REMEMBERED = "select value from gateway_state where name = :name";

    private final JdbcClient database;
    private final SubjectKeys keys;

    SubjectKeyGuard(JdbcClient database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** @throws StartRefused when the database was filled with another key */
    void check() {
        byte[] given = keys.hash(NAME, FIXED);
        database.sql(REMEMBER).param("name", NAME).param("value", given).update();
        byte[] remembered =
                database.sql(REMEMBERED).param("name", NAME).query(byte[].class).single();
        if (!MessageDigest.isEqual(given, remembered)) {
            throw new StartRefused(
                    "The file of sluiswachter.keys.subject is not the one with which this database was"
                            + " filled: with it no registered consent or objection would be found; give the gateway that file.");
        }
    }
}

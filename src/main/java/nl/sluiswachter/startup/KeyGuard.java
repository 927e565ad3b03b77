package nl.sluiswachter.startup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses keys that are not those of this database. With another subject key nobody is found again: every consent and,
 * worse, every objection would silently be as if it had never been registered. With another payload key this node could
 * not open what the others queued, nor they what it queued.
 */
final class KeyGuard {

    private static final String SUBJECT = "subject-key-check";
    private static final String PAYLOAD = "payload-key-check";
    private static final byte[] FIXED = "sluiswachter".getBytes(StandardCharsets.UTF_8);

    /** The first node to start writes; another one that starts meanwhile waits for it here. */
    private static final String REMEMBER =
            "insert into gateway_state (name, value) values (:name, :value) on conflict (name) do nothing";

    private static final String REMEMBERED = "select value from gateway_state where name = :name";

    private final JdbcClient database;
    private final SubjectKeys subjects;
    private final PayloadCipher payloads;

    KeyGuard(JdbcClient database, SubjectKeys subjects, PayloadCipher payloads) {
        this.database = database;
        this.subjects = subjects;
        this.payloads = payloads;
    }

    /** @throws StartRefused when the database was filled with another key */
    void check() {
        if (!isRemembered(SUBJECT, subjects.hash(SUBJECT, FIXED))) {
            throw new StartRefused(
                    "The file of sluiswachter.keys.subject is not the one with which this database was"
                            + " filled: with it no registered consent or objection would be found; give the gateway that file.");
        }
        if (!isRemembered(PAYLOAD, payloads.check(PAYLOAD))) {
            throw new StartRefused("The file of sluiswachter.keys.payload is not the one with which this database was"
                    + " filled: with it no message under way could be opened; give the gateway that file.");
        }
    }

    private boolean isRemembered(String name, byte[] given) {
        database.sql(REMEMBER).param("name", name).param("value", given).update();
        byte[] remembered =
                database.sql(REMEMBERED).param("name", name).query(byte[].class).single();
        return MessageDigest.isEqual(given, remembered);
    }
}

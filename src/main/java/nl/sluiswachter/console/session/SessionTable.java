package nl.sluiswachter.console.session;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions of the console, for every node. */
final class SessionTable {

    private static final String FIND =
            """
            select last_used, wrapped_key, content
              from console_session
             where id_hash = :hash and expires > :now
            """;
    private static final String SAVE =
            """
            insert into console_session (id_hash, last_used, expires, wrapped_key, content)
            values (:hash, :used, :expires, :key, :content)
            on conflict (id_hash) do update
               set last_used = excluded.last_used, expires = excluded.expires,
                   wrapped_key = excluded.wrapped_key, content = excluded.content
            """;
    private static final String TOUCH =
            "update console_session set last_used = :used, expires = :expires where id_hash = :hash";
    private static final String DELETE = "delete from console_session where id_hash = :hash";
    private static final String SWEEP = "delete from console_session where expires <= :now";

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(Instant lastUsed, PayloadCipher.Sealed sealed) {}

    Optional<Row> find(byte[] hash, Instant now) {
        return jdbc.sql(FIND)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getTimestamp("last_used").toInstant(),
                        new PayloadCipher.Sealed(row.getBytes("wrapped_key"), row.getBytes("content"))))
                .optional();
    }

    void save(byte[] hash, Instant used, Instant expires, PayloadCipher.Sealed sealed) {
        jdbc.sql(SAVE)
                .param("hash", hash)
                .param("used", used.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .param("key", sealed.wrappedKey())
                .param("content", sealed.ciphertext())
                .update();
    }

    void touch(byte[] hash, Instant used, Instant expires) {
        jdbc.sql(TOUCH)
                .param("hash", hash)
                .param("used", used.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(byte[] hash) {
        jdbc.sql(DELETE).param("hash", hash).update();
    }

    void sweep(Instant now) {
        jdbc.sql(SWEEP).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}

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
    private static final String ADD =
            """
            insert into console_session (id_hash, last_used, expires, wrapped_key, content)
            values (:hash, :used, :expires, :key, :content)
            """;
    private static final String CHANGE =
            """
            update console_session
               set last_used = :used, expires = :expires, wrapped_key = :key, content = :content
             where id_hash = :hash
            """;
    private static final String TOUCH =
            "update console_session set last_used = :used, expires = :expires where id_hash = :hash";
    private static final String DELETE = "delete from console_session where id_hash = :hash";
    private static final String SWEEP = "delete from console_session where expires <= :ended";

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(Instant lastUsed, PayloadCipher.Sealed sealed) {}

    record Use(Instant used, Instant expires) {}

    Optional<Row> find(byte[] hash, Instant now) {
        return jdbc.sql(FIND)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getTimestamp("last_used").toInstant(),
                        new PayloadCipher.Sealed(row.getBytes("wrapped_key"), row.getBytes("content"))))
                .optional();
    }

    void add(byte[] hash, Use use, PayloadCipher.Sealed sealed) {
        write(ADD, hash, use, sealed);
    }

    /** Brings no session back that was ended meanwhile. */
    void change(byte[] hash, Use use, PayloadCipher.Sealed sealed) {
        write(CHANGE, hash, use, sealed);
    }

    private void write(String sql, byte[] hash, Use use, PayloadCipher.Sealed sealed) {
        jdbc.sql(sql)
                .param("hash", hash)
                .param("used", use.used().atOffset(ZoneOffset.UTC))
                .param("expires", use.expires().atOffset(ZoneOffset.UTC))
                .param("key", sealed.wrappedKey())
                .param("content", sealed.ciphertext())
                .update();
    }

    void touch(byte[] hash, Use use) {
        jdbc.sql(TOUCH)
                .param("hash", hash)
                .param("used", use.used().atOffset(ZoneOffset.UTC))
                .param("expires", use.expires().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether there was one. */
    boolean delete(byte[] hash) {
        return jdbc.sql(DELETE).param("hash", hash).update() > 0;
    }

    /** @param ended up to when a session must have ended to be cleared away */
    void sweep(Instant ended) {
        jdbc.sql(SWEEP).param("ended", ended.atOffset(ZoneOffset.UTC)).update();
    }
}

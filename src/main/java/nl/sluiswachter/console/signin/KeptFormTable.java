package nl.sluiswachter.console.signin;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms that were not taken, for every node. */
final class KeptFormTable {

    /** Forms kept at once, of everybody; above it one is not kept. */
    static final int MOST = 1_000;

    private static final String SAVE =
            """
            insert into console_kept_form (key_hash, session_hash, expires, wrapped_key, content)
            select :hash, :session, :expires, :key, :content
             where (select count(*) from console_kept_form) < :most
            on conflict (key_hash) do update
               set expires = excluded.expires, wrapped_key = excluded.wrapped_key, content = excluded.content
            """;
    private static final String FIND =
            "select wrapped_key, content from console_kept_form where key_hash = :hash and expires > :now";
    private static final String DELETE = "delete from console_kept_form where key_hash = :hash";
    private static final String DELETE_ALL = "delete from console_kept_form where session_hash = :session";
    private static final String SWEEP = "delete from console_kept_form where expires <= :now";

    private final JdbcClient jdbc;

    KeptFormTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Replaces what was kept under the same key; whoever keeps something clears away what is over.
     *
     * @param session hash of the session with which it goes; empty where it does not
     */
    void save(byte[] hash, Optional<byte[]> session, Instant expires, PayloadCipher.Sealed sealed, Instant now) {
        sweep(now);
        jdbc.sql(SAVE)
                .param("hash", hash)
                .param("session", session.orElse(null), Types.BINARY)
                .param("most", MOST)
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .param("key", sealed.wrappedKey())
                .param("content", sealed.ciphertext())
                .update();
    }

    Optional<PayloadCipher.Sealed> find(byte[] hash, Instant now) {
        return jdbc.sql(FIND)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PayloadCipher.Sealed(row.getBytes("wrapped_key"), row.getBytes("content")))
                .optional();
    }

    void delete(byte[] hash) {
        jdbc.sql(DELETE).param("hash", hash).update();
    }

    /** Whatever goes with this session. */
    void deleteAll(byte[] session) {
        jdbc.sql(DELETE_ALL).param("session", session).update();
    }

    void sweep(Instant now) {
        jdbc.sql(SWEEP).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}

package nl.sluiswachter.console.work;

import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table console_work_piece. */
final class WorkPieces {

    /** Of one file. */
    static final int MOST = 64;

    /** Of all files together: with so many no new one is begun. */
    static final int MOST_KEPT = 2_048;

    private static final String ADD =
            "insert into console_work_piece (work_id, piece, wrapped_key, content) values (:id, :piece, :key, :content)";
    private static final String FIND =
            "select wrapped_key, content from console_work_piece where work_id = :id and piece = :piece";
    private static final String FULL =
            "select count(*) >= :most from (select 1 from console_work_piece limit :most) as piece";
    private static final String FORGET = "delete from console_work_piece where work_id = :id";

    private final JdbcClient jdbc;

    WorkPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID work, int piece, PayloadCipher.Sealed sealed) {
        jdbc.sql(ADD)
                .param("id", work)
                .param("piece", piece)
                .param("key", sealed.wrappedKey())
                .param("content", sealed.ciphertext())
                .update();
    }

    Optional<PayloadCipher.Sealed> find(UUID work, int piece) {
        return jdbc.sql(FIND)
                .param("id", work)
                .param("piece", piece)
                .query((row, number) -> new PayloadCipher.Sealed(row.getBytes("wrapped_key"), row.getBytes("content")))
                .optional();
    }

    /** Whether {@link #MOST_KEPT} are kept, or more. */
    boolean areMost() {
        return jdbc.sql(FULL).param("most", MOST_KEPT).query(Boolean.class).single();
    }

    void forget(UUID work) {
        jdbc.sql(FORGET).param("id", work).update();
    }
}

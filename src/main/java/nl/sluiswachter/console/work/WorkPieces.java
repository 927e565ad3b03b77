package nl.sluiswachter.console.work;

import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table console_work_piece. */
final class WorkPieces {

    /** Of one file. */
    static final int MOST = 64;

    private static final String ADD =
            "insert into console_work_piece (work_id, piece, wrapped_key, content) values (:id, :piece, :key, :content)";
    private static final String FIND =
            "select wrapped_key, content from console_work_piece where work_id = :id and piece = :piece";
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

    void forget(UUID work) {
        jdbc.sql(FORGET).param("id", work).update();
    }
}

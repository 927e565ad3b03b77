package nl.sluiswachter.transferlog.witness;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.Origin;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Cosignature;
import nl.sluiswachter.transferlog.merkle.NoteSignature;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_cosignature. */
final class CosignatureTable {

    private static final String KNOWN =
            "select coalesce(max(size), 0) from log_cosignature where witness = :witness and epoch = :epoch";
    private static final String LAST =
            """
            select cosigned_at from log_cosignature where witness = :witness and cosigned_at <= :latest
             order by cosigned_at desc limit 1
            """;
    private static final String STORE =
            """
            insert into log_cosignature (epoch, size, witness, cosigned_at, line)
            values (:epoch, :size, :witness, :at, :line)
                on conflict (epoch, size, witness) do update set cosigned_at = excluded.cosigned_at, line = excluded.line
             where log_cosignature.cosigned_at < excluded.cosigned_at
            """;

    private final JdbcClient jdbc;

    CosignatureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Size of the largest tree of this epoch that the witness cosigned, as far as is known here; 0 for none. */
    long known(String witness, int epoch) {
        return jdbc.sql(KNOWN)
                .param("witness", witness)
                .param("epoch", epoch)
                .query(Long.class)
                .single();
    }

    /**
     * When the witness cosigned last, by its own clock.
     *
     * @param latest what it can say now; what says more was not there when it was kept
     */
    Optional<Instant> last(String witness, Instant latest) {
        return jdbc.sql(LAST)
                .param("witness", witness)
                .param("latest", latest.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Keeps a verified cosignature on one of our checkpoints. */
    void store(String witness, Checkpoint checkpoint, NoteSignature signature) {
        Instant at = Instant.ofEpochSecond(Cosignature.seconds(signature).orElseThrow());
        jdbc.sql(STORE)
                .param("epoch", Origin.parse(checkpoint.origin()).orElseThrow().epoch())
                .param("size", checkpoint.size())
                .param("witness", witness)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("line", signature.line())
                .update();
    }
}

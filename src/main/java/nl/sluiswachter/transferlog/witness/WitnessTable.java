package nl.sluiswachter.transferlog.witness;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.Origin;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables log_witness and log_witness_alarm. */
final class WitnessTable {

    private static final String TELL =
            """
            insert into log_witness (witness, failure) values (:witness, :failure)
                on conflict (witness) do update set failure = excluded.failure
            """;
    private static final String FAILURE = "select failure from log_witness where witness = :witness";
    private static final String RAISE =
            """
            insert into log_witness_alarm (witness, epoch, size, finding, found_at)
            values (:witness, :epoch, :size, :finding, :at)
                on conflict (witness, epoch, size, finding) where closed_at is null do nothing
            """;
    private static final String ALARMS = "select count(*) from log_witness_alarm where closed_at is null";

    private final JdbcClient jdbc;

    WitnessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param failure empty when it cosigned */
    void tell(String witness, Optional<Failure> failure) {
        jdbc.sql(TELL)
                .param("witness", witness)
                .param("failure", failure.map(Failure::name).orElse(null))
                .update();
    }

    /** Why it did not cosign when it was asked last; empty when it did, or was not asked yet. */
    Optional<String> failure(String witness) {
        return jdbc.sql(FAILURE)
                .param("witness", witness)
                .query((row, number) -> Optional.ofNullable(row.getString("failure")))
                .optional()
                .flatMap(failure -> failure);
    }

    void raise(String witness, Checkpoint checkpoint, Failure finding, Instant at) {
        jdbc.sql(RAISE)
                .param("witness", witness)
                .param("epoch", Origin.parse(checkpoint.origin()).orElseThrow().epoch())
                .param("size", checkpoint.size())
                .param("finding", finding.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    long alarms() {
        return jdbc.sql(ALARMS).query(Long.class).single();
    }
}

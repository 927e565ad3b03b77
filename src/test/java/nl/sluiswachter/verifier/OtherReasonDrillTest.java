package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.LogKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A refusal is found by each of its reasons; whoever changes that beside the log is found out. */
class OtherReasonDrillTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private SomeTree log;
    private JdbcClient superuser;

    @BeforeEach
    void aPermitAndARefusalForThreeReasons() {
        log = new SomeTree(database, folder);
        superuser = log.superuser();
        log.decide(0, 0);
        log.refuse(0, 1, AT, "PURPOSE_MISMATCH", "CONSENT_REQUIRED", "AGE_UNKNOWN");
        log.refuse(1, 2, AT, "CONSENT_REQUIRED");
        log.publish();
    }

    @Test
    void isSoundAsItWasWritten() {
        assertThat(log.verify()).isInstanceOf(Verdict.Sound.class);
        assertThat(superuser
                        .sql("select reason from transfer_log_reason where shard = 1 and position = 1 order by reason")
                        .query(String.class)
                        .list())
                .containsExactly("AGE_UNKNOWN", "CONSENT_REQUIRED");
    }

    @Test
    void isSoundInEveryCaseOfTheLaw() {
        log.shards().write(0, SomeDecision.inEveryCase());
        log.publish();

        assertThat(log.verify()).isInstanceOf(Verdict.Sound.class);
        assertThat(superuser
                        .sql("select count(*) from transfer_log_reason where position > 1")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void isSoundForACanaryWhichWasNotRefusedByWhatWasRemoved() {
        log.shards().refuse(0, new UUID(7, 9), LogKind.CANARY, AT, List.of("SENDER_UNKNOWN", "CONSENT_REQUIRED"));
        log.publish();

        assertThat(log.verify()).isInstanceOf(Verdict.Sound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from transfer_log_reason where reason = 'CONSENT_REQUIRED'",
                "delete from transfer_log_reason",
                "update transfer_log_reason set reason = 'PARTY_UNKNOWN' where reason = 'CONSENT_REQUIRED'",
                "update transfer_log_reason set recorded_at = recorded_at + interval '1 s'"
                        + " where reason = 'CONSENT_REQUIRED'",
                "insert into transfer_log_reason select 'PARTY_UNKNOWN', recorded_at, shard, position from transfer_log"
                        + " where shard = 1 and position = 1",
                "insert into transfer_log_reason select reason, recorded_at, shard, position from transfer_log"
                        + " where shard = 1 and position = 1",
                "update transfer_log set reason = 'CONSENT_REQUIRED' where shard = 1 and position = 1;"
                        + " update transfer_log_reason set reason = 'PURPOSE_MISMATCH' where reason = 'CONSENT_REQUIRED'"
            })
    void namesARefusalThatIsFoundByOtherReasonsThanItGives(String change) {
        superuser.sql(change).update();

        assertWrong(1);
    }

    @Test
    void namesAPermitThatIsFoundAsARefusal() {
        superuser
                .sql("insert into transfer_log_reason select 'PARTY_UNKNOWN', recorded_at, shard, position"
                        + " from transfer_log where shard = 1 and position = 0")
                .update();

        assertWrong(0);
    }

    private void assertWrong(int position) {
        assertThat(log.verify()).isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.sentence())
                .startsWith("The entry at shard 1, position %1$d (leaf %1$d) with hash ".formatted(position))
                .endsWith(" is filed under another reason than it says: that was changed."));
    }
}

package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.entry.DestroyedHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.retention.Retention;
import nl.sluiswachter.transferlog.retention.SomeRetention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the verifier says of entries that were destroyed, lawfully or not. */
class DestroyedDrillTest {

    private static final String DESTROY_BY_HAND =
            """
            update transfer_log
               set destroyed_at = now(), entry = null, entry_id = null, seed = null, transfer_id = null, sender = null,
                   receiver = null, exchange_type = null, outcome = null
             where shard = :shard and position = :position
            """;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final Retention retention = SomeRetention.on(database.asApplication());
    private SomeTree log;
    private JdbcClient superuser;
    private byte[] kept;

    @BeforeEach
    void fourOldDecisionsAndTwoNewOnes() {
        log = new SomeTree(database, folder);
        superuser = log.superuser();
        for (int number = 0; number < 3; number++) {
            log.decide(0, number, yearsAgo(16));
        }
        log.decide(1, 3, yearsAgo(16));
        log.publish();
        log.decide(0, 4, yearsAgo(1));
        log.decide(0, 5, yearsAgo(1));
        kept = log.publish();
    }

    @Test
    void believesADestructionThatTheLogTellsOf() {
        destroyDue();

        assertThat(log.verify(Optional.of(kept)))
                .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                        .contains("4 entries were destroyed after their term: each is named with its hash, by one of 2"
                                + " entries of the log.")
                        .contains("Who entries are about was compared for 4 entries."));
    }

    @Test
    void findsAnEntryThatWasDestroyedByHand() {
        destroyByHand(1, 4);

        assertThat(broken())
                .matches(
                        "The entry at shard 1, position 4 \\(leaf \\d\\) was destroyed and no entry of the log tells of"
                                + " it: its leaf has hash [0-9a-f]{64}\\.");
    }

    @Test
    void findsADestructionOfWhichTheTellingWasTakenAway() {
        retention.destroyDue();
        superuser.sql("delete from log_pending").update();

        assertThat(broken()).contains(" was destroyed and no entry of the log tells of it: ");
    }

    @Test
    void findsADestructionThatTellsOfAnotherContentThanTheLeafHas() {
        superuser
                .sql("update transfer_log set entry_hash = sha256('other') where shard = 1 and position = 2")
                .update();
        destroyDue();

        assertThat(broken())
                .matches("The entry of leaf \\d tells of destroyed entries of shard 1 with hash [0-9a-f]{64}; their"
                        + " leaves have [0-9a-f]{64}\\.");
    }

    @Test
    void findsATellingThatByItsOwnWordsCameTooEarly() {
        destroyByHand(1, 4);
        tell("2025-01-01T00:00:00Z", "P15Y", 4);

        assertThat(broken())
                .contains("tells of entries that were destroyed too early: recorded until 2025-01-01T00:00:00Z, to be"
                        + " kept for P15Y, destroyed at 2026-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-20Y", "P4Y"})
    void findsATermThatIsShorterThanAnyMayBe(String term) {
        destroyByHand(1, 4);
        tell("2023-01-01T00:00:00Z", term, 4);

        assertThat(broken()).contains("destroyed too early: recorded until 2023-01-01T00:00:00Z");
    }

    @Test
    void findsATellingThatIsRefutedByAnEarlierEntry() {
        destroyByHand(1, 4);
        tell("2011-01-01T00:00:00Z", "P15Y", 4);

        assertThat(broken())
                .matches("The entry at shard 1, position 4 \\(leaf \\d\\) with hash [0-9a-f]{64} was destroyed too"
                        + " early: leaf \\d tells that it was recorded before 2011-01-01T00:00:00Z, and leaf \\d, which"
                        + " came before it, is of 2025-.*");
    }

    @Test
    void findsTwoThatTellOfTheSame() {
        destroyDue();
        tell("2011-01-01T00:00:00Z", "P15Y", 1);

        assertThat(broken())
                .matches("The entries of leaf \\d and leaf \\d both tell of what was destroyed in shard 1 at"
                        + " position 1\\.");
    }

    @Test
    void doesNotReadATellingThatIsNone() {
        superuser
                .sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " select gen_random_uuid(), '2026-11-22T10:00:00Z', 'DESTRUCTION', e, sha256(e), '{}'"
                        + " from (select convert_to('{\"kind\":\"DESTRUCTION\",\"detail\":{},"
                        + "\"recordedAt\":\"2026-11-22T10:00:00Z\"}', 'UTF8') as e) as made")
                .update();
        log.shards().place(0);
        log.publish();

        assertThat(log.verify())
                .isEqualTo(new Verdict.Unreadable("The entry of leaf 6 does not tell which entries were destroyed."));
    }

    private void destroyDue() {
        retention.destroyDue();
        log.shards().place(0);
        log.publish();
    }

    private void destroyByHand(int shard, long position) {
        superuser
                .sql(DESTROY_BY_HAND)
                .param("shard", shard)
                .param("position", position)
                .update();
        superuser
                .sql("delete from transfer_log_subject where shard = :shard and position = :position")
                .param("shard", shard)
                .param("position", position)
                .update();
    }

    /** What somebody would have to write into the log who wants it to look lawful. */
    private void tell(String before, String term, long position) {
        DestroyedHash hash = new DestroyedHash();
        hash.add(new Leaf(
                1,
                position,
                Hash.of(superuser
                        .sql("select entry_hash from transfer_log where shard = 1 and position = ?")
                        .param(position)
                        .query(byte[].class)
                        .single())));
        String entry =
                """
                {"detail":{"before":"%s","entries":"1","hash":"%s","places":"%d","rule":"WMO_ALLOCATION","shard":"1",\
                "term":"%s"},"format":1,"kind":"DESTRUCTION","recordedAt":"2026-11-22T10:00:00Z"}"""
                        .formatted(before, hash.value().base64(), position, term);
        superuser
                .sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " select gen_random_uuid(), '2026-11-22T10:00:00Z', 'DESTRUCTION', e, sha256(e), '{}'"
                        + " from (select convert_to(:entry, 'UTF8') as e) as made")
                .param("entry", entry)
                .update();
        log.shards().place(0);
        log.publish();
    }

    private String broken() {
        Verdict verdict = log.verify();
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        return ((Verdict.Broken) verdict).sentence();
    }

    private static Instant yearsAgo(int years) {
        return OffsetDateTime.now(ZoneOffset.UTC).minusYears(years).toInstant();
    }
}

package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.retention.SomeRetention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who owns the database has it tell of a destruction in the future. */
class FutureDestructionDrillTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();

    /** It would be evidence that all that came behind it is younger than it is. */
    @Test
    void spoilsNoDestructionOfWhatCameBehindIt() {
        SomeTree log = new SomeTree(database, folder);
        Instant old = OffsetDateTime.now(ZoneOffset.UTC).minusYears(16).toInstant();
        log.decide(0, 0, old);
        tell(log, Instant.parse("2100-01-01T00:00:00Z"));
        log.decide(0, 1, old);
        log.publish();
        Kept paper = new Kept.Paper(new PaperLine(log.head(), old.plus(Duration.ofDays(20))).text());
        SomeRetention.on(database.asApplication()).destroyDue();
        log.shards().place(0);
        log.publish();

        assertThat(verify(log)).isInstanceOf(Verdict.Unproven.class);
        assertThat(verify(log, paper)).isInstanceOf(Verdict.Sound.class);
        assertThat(log.superuser()
                        .sql("select finding from log_alarm")
                        .query(String.class)
                        .list())
                .containsExactly("EVENT_FORGED");
    }

    private static void tell(SomeTree log, Instant at) {
        log.superuser()
                .sql(
                        """
                        insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)
                        select :id, cast(:at as timestamptz), 'DESTRUCTION', e, sha256(e), '{}'
                          from convert_to(:entry, 'UTF8') as e
                        """)
                .param("id", UUID.fromString("00000000-0000-0000-0000-000000000001"))
                .param("at", at.toString())
                .param(
                        "entry",
                        "{\"detail\":{},\"entryId\":\"00000000-0000-0000-0000-000000000001\",\"format\":1,"
                                + "\"kind\":\"DESTRUCTION\",\"recordedAt\":\"%s\"}".formatted(at))
                .update();
        log.shards().place(0);
        log.publish();
    }

    private static Verdict verify(SomeTree log, Kept... kept) {
        return Verifier.log(new Folder(log.export(true)), Believed.key(log.key()), List.of(kept), leaves -> done -> {});
    }
}

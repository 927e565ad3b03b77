package nl.sluiswachter.transferlog.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.Threads;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.SomeMark;
import nl.sluiswachter.transferlog.StoredEntry;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.retention.SomeRetention;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Folder;
import nl.sluiswachter.verifier.Kept;
import nl.sluiswachter.verifier.SomeTree;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month leaves the database for a file and comes back, and the log verifies all the time. */
class MonthArchiveTest {

    private static final YearMonth OLD = YearMonth.of(2009, 3);
    private static final YearMonth LATER = YearMonth.of(2025, 6);
    private static final LongFunction<LongConsumer> SILENT = entries -> done -> {};

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private SomeTree log;
    private JdbcClient owner;
    private Kept paper;

    @BeforeEach
    void twoMonthsOfDecisions() {
        owner = JdbcClient.create(database.asOwner());
        for (YearMonth month : List.of(OLD, LATER)) {
            for (String parent : List.of("transfer_log", "transfer_log_subject", "transfer_log_reason")) {
                owner.sql(
                                "create table %1$s_y%2$sm%3$02d partition of %1$s for values from ('%4$s-01Z') to ('%5$s-01Z')"
                                        .formatted(
                                                parent,
                                                month.getYear(),
                                                month.getMonthValue(),
                                                month,
                                                month.plusMonths(1)))
                        .update();
            }
        }
        log = new SomeTree(database, folder);
        log.decide(0, 0, Instant.parse("2009-03-02T10:00:00Z"));
        log.refuse(1, 1, Instant.parse("2009-03-31T23:59:59.999999Z"), "PURPOSE_MISMATCH", "CONSENT_REQUIRED");
        log.publish();
        paper = new Kept.Paper(new PaperLine(log.head(), Instant.parse("2009-04-01T00:00:00Z")).text());
        log.decide(0, 2, Instant.parse("2025-06-01T00:00:00Z"));
        log.decide(1, 3, Instant.parse("2025-06-15T00:00:00Z"));
        log.publish();
        SomeRetention.on(database.asApplication()).destroyDue();
        log.shards().place(0);
        log.publish();
    }

    @Test
    void takesADestroyedMonthOutAndPutsItBackFromTheFileOnly() {
        List<String> before = rows();

        MonthArchive.Done done = archive(Optional.empty()).detach(OLD, folder, true, SILENT);

        assertThat(done.entries()).isEqualTo(2);
        assertThat(count()).isEqualTo(before.size() - 2);
        assertThat(sentence(List.of())).contains(" is gone: its leaf has hash ");
        assertThat(log(List.of(file(OLD)))).isInstanceOf(Verdict.Sound.class);

        archive(Optional.empty()).attach(OLD, file(OLD), SILENT);
        assertThat(rows()).isEqualTo(before);
        assertThat(log(List.of())).isInstanceOf(Verdict.Sound.class);
        assertThat(log(List.of(file(OLD)))).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void takesAnOldMonthOutWithWhatItsEntriesSayAndPutsThatBack() throws IOException {
        assertThatThrownBy(() -> archive(Optional.empty()).detach(LATER, folder, false, SILENT))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageStartingWith("2 entries of that month still say what they said");
        List<String> before = rows();

        MonthArchive.Done done = archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, SILENT);

        assertThat(done.undestroyed()).isEqualTo(2);
        assertThat(Files.getPosixFilePermissions(file(LATER))).hasSize(2);
        assertThat(log(List.of(file(LATER))))
                .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                        .contains("Who entries are about was compared for 4 entries."));
        archive(Optional.empty()).attach(LATER, file(LATER), SILENT);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void putsBackByWhichReasonsARefusalIsFound() {
        log.refuse(1, 4, Instant.parse("2025-06-16T00:00:00Z"), "PURPOSE_MISMATCH", "CONSENT_REQUIRED", "AGE_UNKNOWN");
        log.publish();
        List<String> before = rows();
        String reasons = "select count(*) from transfer_log_reason where recorded_at < '2025-07-01'";

        archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, SILENT);
        assertThat(owner.sql(reasons).query(Integer.class).single()).isZero();
        assertThat(log(List.of(file(LATER)))).isInstanceOf(Verdict.Sound.class);

        archive(Optional.empty()).attach(LATER, file(LATER), SILENT);
        assertThat(owner.sql(reasons).query(Integer.class).single()).isEqualTo(2);
        assertThat(rows()).isEqualTo(before);
        assertThat(log(List.of())).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void theVerifierReadsTheReasonsThatARefusalWouldBePutBackWith() throws IOException {
        log.refuse(1, 4, Instant.parse("2025-06-16T00:00:00Z"), "PURPOSE_MISMATCH", "CONSENT_REQUIRED");
        log.publish();
        archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, SILENT);
        Files.writeString(
                file(LATER),
                Files.readString(file(LATER))
                        .replace("other_reasons\\\": \\\"CONSENT", "other_reasons\\\": \\\"PURPOSE"));

        assertThat(sentence(List.of(file(LATER))))
                .contains(" is filed under another reason than it says: that was changed.");
    }

    @Test
    void tablesThatStandBesideTheLogAreJustPutBack() {
        List<String> before = rows();
        archive(Optional.empty()).detach(OLD, folder, false, SILENT);
        assertThat(rows()).hasSize(before.size() - 2);
        assertThatThrownBy(() -> archive(Optional.empty()).detach(OLD, folder.resolve("b"), false, SILENT))
                .hasMessage("That month was taken out of the log already.");
        assertThatThrownBy(() -> archive(Optional.empty()).attach(OLD, file(OLD), SILENT))
                .hasMessageContaining("without the file");

        archive(Optional.empty()).attach(OLD);

        assertThat(rows()).isEqualTo(before);
        assertThatThrownBy(() -> archive(Optional.empty()).attach(OLD)).hasMessage("That month is a part of the log.");
    }

    @Test
    void tellsInTheLogWhatWasTakenOut() {
        String sha256 =
                archive(Optional.empty()).detach(OLD, folder, false, SILENT).sha256();

        assertThat(owner.sql("select convert_from(entry, 'UTF8') from log_pending where kind = 'ARCHIVE'")
                        .query(String.class)
                        .single())
                .contains("\"action\":\"DETACHED\"", "\"month\":\"2009-03\"", "\"entries\":\"2\"", sha256);
    }

    @Test
    void takesNothingOutThatTheTreeDoesNotHave() {
        log.superuser()
                .sql("update transfer_log set entry_hash = sha256('other') where recorded_at < '2010-01-01'"
                        + " and position = 0 and shard = 1")
                .update();

        assertThatThrownBy(() -> archive(Optional.empty()).detach(OLD, folder, true, SILENT))
                .hasMessageStartingWith("The entry at shard 1, position 0 is not what the tree has at leaf ");
        assertThat(file(OLD)).doesNotExist();
        assertThat(rows()).hasSize(count());
        assertThat(count()).isGreaterThan(4);
    }

    @Test
    void putsNothingBackThatTheTreeDoesNotHave() throws IOException {
        archive(Optional.empty()).detach(OLD, folder, true, SILENT);
        Files.writeString(file(OLD), Files.readString(file(OLD)).replace("\"position\":0", "\"position\":1"));

        assertThatThrownBy(() -> archive(Optional.empty()).attach(OLD, file(OLD), SILENT))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("is not what the tree has at leaf");
        assertThat(sentence(List.of(file(OLD)))).contains(" where the tree has the entry at ");
        Files.writeString(file(OLD), "nonsense");
        assertThatThrownBy(() -> archive(Optional.empty()).attach(OLD, file(OLD), SILENT))
                .hasMessage("The file cannot be read as an archive of the log.");
        assertThat(log(List.of(file(OLD)))).isInstanceOf(Verdict.Unreadable.class);
    }

    @Test
    void putsNothingBackOfWhichTheLogDoesNotTell() throws IOException {
        archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, SILENT);
        String whole = Files.readString(file(LATER));
        String shorter = whole.substring(0, whole.indexOf('\n'));

        for (String file : List.of(shorter, whole.replace("WMO_ALLOCATION", "WMO_ALLOCATIOM"), whole + "\n")) {
            assertThat(file).isNotEqualTo(whole);
            Files.writeString(file(LATER), file);
            assertThatThrownBy(() -> archive(Optional.empty()).attach(LATER, file(LATER), SILENT))
                    .isInstanceOf(ArchiveRefused.class)
                    .hasMessageContaining("The log does not tell of a file with SHA-256 ");
        }
        Files.writeString(file(LATER), whole);
        archive(Optional.empty()).attach(LATER, file(LATER), SILENT);
        assertThat(log(List.of())).isInstanceOf(Verdict.Sound.class);
    }

    /** Else an owner of the database could have it tell of a file of his own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log_alarm set position = 0 where sha256(:told) is null", // nothing
                "update transfer_log set entry_hash = sha256(:told) where kind = 'ARCHIVE'",
                """
                update log_batch b set hashes = overlay(b.hashes placing sha256(:told)
                                                        from (32 * (l.position - b.first_position) + 1)::int)
                  from transfer_log l where l.kind = 'ARCHIVE' and l.shard = b.shard
                                        and l.position between b.first_position and b.last_position
                """
            })
    void putsNothingBackOfWhichAnEntryTellsThatWasChanged(String beside) throws IOException {
        MonthArchive.Done done = archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, SILENT);
        log.shards().place(0);
        Files.writeString(file(LATER), Files.readString(file(LATER)).replace("WMO_ALLOCATION", "WMO_ALLOCATIOM"));
        byte[] entry = StoredEntry.bytes(log.superuser()
                .sql("select entry from transfer_log where kind = 'ARCHIVE'")
                .query(byte[].class)
                .single());
        byte[] told = new String(entry, StandardCharsets.UTF_8)
                .replace(done.sha256(), Sha256.hex(Files.readAllBytes(file(LATER))))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(log.superuser()
                        .sql("update transfer_log set entry = ? where kind = 'ARCHIVE'")
                        .param(PackedEntry.pack(told))
                        .update())
                .isOne();
        log.superuser().sql(beside).param("told", told).update();

        assertThatThrownBy(() -> archive(Optional.empty()).attach(LATER, file(LATER), SILENT))
                .isInstanceOf(LogDamaged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"detail\":{\"action\":\"DROPPED\",\"month\":\"2025-06\",\"sha256\":\"#\"},\"kind\":\"ARCHIVE\"}",
                "no JSON #"
            })
    void putsNothingBackOfWhichOnlyATellingWaitsThatNoGatewayWrote(String told) throws IOException {
        archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, SILENT);
        String whole = Files.readString(file(LATER));
        Files.writeString(file(LATER), whole.replace("WMO_ALLOCATION", "WMO_ALLOCATIOM"));
        wait(told.replace("#", Sha256.hex(Files.readAllBytes(file(LATER)))).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> archive(Optional.empty()).attach(LATER, file(LATER), SILENT))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("The log does not tell of a file with SHA-256 ");
        Files.writeString(file(LATER), whole);
        archive(Optional.empty()).attach(LATER, file(LATER), SILENT);
    }

    @Test
    void putsBackWhateverWaitsThatIsNoText() {
        archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, SILENT);
        wait(new byte[] {-1, 0});

        archive(Optional.empty()).attach(LATER, file(LATER), SILENT);
        assertThat(log(List.of())).isInstanceOf(Verdict.Sound.class);
    }

    /** What was told of another month, and still waits. */
    @Test
    void putsNothingBackThatIsToldOfAnotherMonth() throws IOException {
        archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, SILENT);
        String sha256 = Sha256.hex(Files.readAllBytes(file(LATER)));
        ArchiveEntries entries =
                new ArchiveEntries(owner, SomeMark.OURS, new UuidV7(Clock.systemUTC()), Clock.systemUTC());

        assertThat(entries.tellOf(LATER, sha256)).isTrue();
        assertThat(entries.tellOf(OLD, sha256)).isFalse();
    }

    private void wait(byte[] entry) {
        owner.sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " values (gen_random_uuid(), now(), 'ARCHIVE', :entry, sha256(:entry), '{}')")
                .param("entry", entry)
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'SUBJECT', '{00000000-0000-0009-0000-000000000002}', null, null, null, null, null)",
                "'TRANSFER', '{}', '00000000-0000-0007-0000-000000000003', null, null, null, null)",
                "'PERIOD', '{}', null, null, null, '2025-06-10', '2025-07-01')"
            })
    void nothingOnHoldLeaves(String scope) {
        owner.sql("insert into log_hold (hold_id, placed_by, ground, reference, scope, subjects, transfer_id, case_key,"
                        + " exchange_type, from_at, until_at)"
                        + " values (gen_random_uuid(), 'x', 'LEGAL_CLAIM', 'ZAAK-1', " + scope)
                .update();

        for (boolean drop : List.of(true, false)) {
            assertThatThrownBy(() -> archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, drop, SILENT))
                    .isInstanceOf(ArchiveRefused.class)
                    .hasMessage(
                            "1 entries of that month are on hold: it stays until a week after the holds are lifted.");
        }
        assertThat(file(LATER)).doesNotExist();
        archive(Optional.empty()).detach(OLD, folder, true, SILENT);
    }

    @Test
    void aHoldThatIsPlacedWhileTheFileIsWrittenKeepsTheMonth() {
        LongFunction<LongConsumer> placing = entries -> done -> {
            if (done == 1) {
                JdbcClient.create(database.asApplication())
                        .sql(
                                "insert into log_hold (hold_id, placed_by, ground, reference, scope, subjects, from_at)"
                                        + " values (gen_random_uuid(), 'x', 'LEGAL_CLAIM', 'ZAAK-1', 'PERIOD', '{}', '2025-06-10')")
                        .update();
            }
        };

        assertThatThrownBy(() -> archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, placing))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining(" are on hold: it stays");
        assertThat(file(LATER)).doesNotExist();
    }

    @Test
    void leavesTheLogToWhoeverDestroysEntries() throws Exception {
        try (Connection retention = database.asApplication().getConnection();
                Statement statement = retention.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('log_retention', 0))");

            assertThatThrownBy(() -> archive(Optional.empty()).detach(OLD, folder, true, SILENT))
                    .isInstanceOf(ArchiveRefused.class)
                    .hasMessage("The log is busy with something else; nothing was done. Try again.");
        }
        assertThat(file(OLD)).doesNotExist();
    }

    /** Who reads the log keeps a month from leaving it; that must not keep others from writing. */
    @Test
    void whoWritesDoesNotWaitForAMonthToLeave() throws Exception {
        CompletableFuture<MonthArchive.Done> leaving;
        try (Connection reader = database.asApplication().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from transfer_log");
            leaving = Threads.start(() -> archive(Optional.empty()).detach(OLD, folder, true, SILENT));
            for (int i = 0; i < 3; i++) {
                Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> owner.sql(
                                "select exists (select from pg_locks"
                                        + " where mode = 'AccessExclusiveLock' and not granted)")
                        .query(Boolean.class)
                        .single());
                assertTimeout(Duration.ofSeconds(2), () -> log.shards().write(0, 1));
            }
            assertThat(leaving).isNotDone();
            reader.rollback();
        }
        assertThat(leaving.join().entries()).isEqualTo(2);
    }

    @Test
    void theVerifierReadsTheColumnsThatAnEntryWouldBePutBackWith() throws IOException {
        archive(Optional.of(Period.ofMonths(6))).detach(LATER, folder, true, SILENT);
        Files.writeString(
                file(LATER), Files.readString(file(LATER)).replace("00000099000000001000", "00000099000000002000"));

        assertThat(sentence(List.of(file(LATER))))
                .contains(" is filed under another party than it says: that was changed.");
    }

    @Test
    void isForTheOwnerAndForMonthsThatAreOver() {
        MonthArchive application = new MonthArchive(
                database.asApplication(),
                SomeMark.OURS,
                new UuidV7(Clock.systemUTC()),
                Clock.systemUTC(),
                Optional.empty());

        assertThatThrownBy(() -> application.detach(OLD, folder, false, SILENT))
                .hasMessageStartingWith("Only the owner of the tables can do this");
        assertThatThrownBy(() -> archive(Optional.empty()).detach(YearMonth.now(), folder, false, SILENT))
                .hasMessage("That month is not over.");
        assertThatThrownBy(() -> archive(Optional.empty()).detach(YearMonth.of(1999, 1), folder, false, SILENT))
                .hasMessageStartingWith("There is no table of that month");
    }

    private MonthArchive archive(Optional<Period> age) {
        return new MonthArchive(
                database.asOwner(), SomeMark.OURS, new UuidV7(Clock.systemUTC()), Clock.systemUTC(), age);
    }

    private Path file(YearMonth month) {
        return folder.resolve(MonthArchive.name(month));
    }

    private Verdict log(List<Path> archives) {
        return Verifier.log(
                new Folder(log.export(true)), Believed.key(log.key()), List.of(paper), archives, SILENT, found -> {});
    }

    private String sentence(List<Path> archives) {
        Verdict verdict = log(archives);
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        return ((Verdict.Broken) verdict).sentence();
    }

    private int count() {
        return owner.sql("select count(*) from transfer_log")
                .query(Integer.class)
                .single();
    }

    /** But for how the entries are packed. */
    private List<String> rows() {
        return owner.sql(
                        "select (to_jsonb(l) - 'entry')::text || coalesce((select string_agg(s::text, ',' order by s::text)"
                                + " from transfer_log_subject s where s.shard = l.shard and s.position = l.position), '')"
                                + " || coalesce((select string_agg(r::text, ',' order by r::text)"
                                + " from transfer_log_reason r where r.shard = l.shard and r.position = l.position), '')"
                                + " from transfer_log l order by shard, position")
                .query(String.class)
                .list();
    }
}

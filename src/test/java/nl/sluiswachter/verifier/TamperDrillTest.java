package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.MalformedEntry;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.verifier.recount.Recount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What somebody does to the log whom no right of the database holds back, and what the verifier says of it. */
class TamperDrillTest {

    private static final String FORGET_THE_TREE =
            "truncate log_tree, log_tile, log_bundle, log_run, log_progress, log_checkpoint";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private JdbcClient superuser;
    private SomeTree log;
    private byte[] kept;

    @BeforeEach
    void fiveDecisionsOfTwoInstances() {
        log = new SomeTree(database, folder);
        superuser = log.superuser();
        for (int number = 0; number < 3; number++) {
            log.decide(0, number);
        }
        log.decide(1, 3);
        log.decide(1, 4);
        kept = log.publish();
    }

    @Test
    void findsNothingInALogThatNobodyTouched() {
        assertThat(log.verify(Optional.of(kept)))
                .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                        .hasSize(5)
                        .contains("Every entry has the hash of its leaf, none is beside the tree, and no transfer was"
                                + " decided twice.")
                        .contains("Who entries are about was compared for 5 entries."));
    }

    @Test
    void namesAnEntryOfWhichAByteWasChanged() throws MalformedEntry {
        byte[] entry = PackedEntry.unpack(superuser
                .sql("select entry from transfer_log where shard = 1 and position = 1")
                .query(byte[].class)
                .single());
        entry[entry.length - 3]++;
        superuser
                .sql("update transfer_log set entry = ? where shard = 1 and position = 1")
                .param(PackedEntry.pack(entry))
                .update();

        assertBroken(
                "The entry at shard 1, position 1 (leaf 1) was changed: its content has hash %s and its leaf has %s."
                        .formatted(EntryHash.of(entry), hash(1)));
    }

    @Test
    void namesAnEntryThatWasSpoiledAsItIsStored() {
        String before = hash(1);
        superuser
                .sql("update transfer_log set entry = set_byte(entry, 0, 88) where shard = 1 and position = 1")
                .update();

        assertThat(broken(log.verify()))
                .matches(
                        "The entry at shard 1, position 1 \\(leaf 1\\) was changed: its content has hash [0-9a-f]{64} and"
                                + " its leaf has " + before + "\\.")
                .doesNotContain("content has hash " + before);
    }

    @Test
    void namesAnEntryThatWasDeleted() {
        String before = hash(2);
        superuser
                .sql("delete from transfer_log where shard = 1 and position = 2")
                .update();

        assertBroken(
                "The entry at shard 1, position 2 (leaf 2) is gone: its leaf has hash %s and nothing with that place"
                                .formatted(before)
                        + " is left.");
    }

    @Test
    void namesTheFirstOfTwoThatChangedPlaces() {
        String first = hash(0);
        String second = hash(1);
        superuser
                .sql("update transfer_log l set entry = o.entry, entry_hash = o.entry_hash from transfer_log o"
                        + " where l.shard = 1 and o.shard = 1 and l.position < 2 and o.position = 1 - l.position")
                .update();

        assertBroken(
                "The entry at shard 1, position 0 (leaf 0) was changed: its content has hash %s and its leaf has %s."
                        .formatted(second, first));
    }

    @Test
    void namesAnEntryThatWasPutBehindTheOthers() {
        superuser
                .sql("insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash)"
                        + " values (1, 3, gen_random_uuid(), now(), 'DECISION', '{}', sha256('{}'))")
                .update();
        log.publish();

        assertBroken("The entry at shard 1, position 3 with hash %s was added: no leaf is for it.".formatted(hash(3)));
    }

    @Test
    void namesAnEntryThatWasPutBesideAnother() {
        String before = hash(1);
        String invented = EntryHash.of("{}".getBytes(StandardCharsets.UTF_8)).toString();
        superuser
                .sql("insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash)"
                        + " values (1, 1, gen_random_uuid(), '2026-11-22T11:00:00Z', 'DECISION', '{}', sha256('{}'))")
                .update();

        // which of the two comes first is nobody's promise
        assertThat(broken(log.verify()))
                .isIn(
                        "The entry at shard 1, position 1 (leaf 1) was changed: its content has hash %s and its leaf has %s."
                                .formatted(invented, before),
                        "The entry at shard 1, position 1 with hash %s was added: no leaf is for it."
                                .formatted(invented));
    }

    @Test
    void findsThatTheTailWasCutOff() {
        String before = hash(2, 1);
        superuser
                .sql("delete from transfer_log where shard = 2 and position = 1")
                .update();
        superuser
                .sql("delete from log_batch where shard = 2 and first_position = 1")
                .update();

        assertBroken(
                "The entry at shard 2, position 1 (leaf 4) is gone: its leaf has hash %s and nothing with that place"
                                .formatted(before)
                        + " is left.");
    }

    @Test
    void findsThatTheLeavesWereCutOff() {
        superuser.sql("delete from log_bundle").update();

        assertBroken("The leaves from 0 on are gone: the checkpoint says there are 5.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    entry_id = gen_random_uuid()               | number
                    kind = 'CANARY'                            | kind
                    recorded_at = recorded_at - interval '1 s' | time
                    transfer_id = gen_random_uuid()            | transfer
                    sender = '00000099000000001100'            | party
                    sender = null                              | party
                    receiver = '00000099000000001100'          | party
                    exchange_type = 'WELFARE_REFERRAL'         | exchange type
                    exchange_type = null                       | exchange type
                    outcome = 'DENY'                           | outcome
                    reason = 'CONSENT_REQUIRED'                | reason
                    transaction_id = gen_random_uuid()         | transaction
                    trace_id = gen_random_uuid()               | trace
                    """)
    void namesAnEntryThatIsFoundAsSomethingElseThanItIs(String change, String what) {
        superuser
                .sql("update transfer_log set " + change + " where shard = 1 and position = 1")
                .update();

        assertBroken(
                "The entry at shard 1, position 1 (leaf 1) with hash %s is filed under another %s than it says: that was"
                                .formatted(hash(1), what)
                        + " changed.");
    }

    /** By it the gateway knows the content again: with another it shows nobody the page that the entry is on. */
    @Test
    void namesAnEntryOfWhichTheHashBesideItWasChanged() {
        String before = hash(1);
        superuser
                .sql("update transfer_log set entry_hash = sha256('x') where shard = 1 and position = 1")
                .update();

        assertBroken(
                "The entry at shard 1, position 1 (leaf 1) with hash %s is filed under another hash than its own: that was"
                                .formatted(before)
                        + " changed.");
    }

    @Test
    void anEntryThatIsWrongHidesNoneThatComesAfterIt() {
        superuser
                .sql("update transfer_log set sender = null where shard = 1 and position = 0")
                .update();
        superuser
                .sql("delete from transfer_log where shard = 2 and position = 0")
                .update();
        log.shards().write(0, "no JSON".getBytes(StandardCharsets.UTF_8));
        log.publish();

        assertThat(log.verify()).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
            assertThat(broken.sentence()).contains("position 0 (leaf 0)").contains("filed under another party");
            assertThat(broken.further()).hasSize(2);
            assertThat(broken.further().get(0)).contains("shard 2, position 0 (leaf 3) is gone");
            assertThat(broken.further().get(1))
                    .contains("(leaf 5)")
                    .endsWith("cannot be read. An entry is not the JSON of an entry.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"commitments\":{\"subject/p1/0\":null}}",
                "{\"findings\":[null]}",
                "{\"objections\":[null]}",
                "{\"recordedAt\":\"yesterday\"}",
                "{\"recordedAt\":\"+1000000000-12-31T23:59:59.999999999Z\"}"
            })
    void anEntryOfAnyFormIsNamedAndNoMore(String json) {
        log.shards().write(0, json.getBytes(StandardCharsets.UTF_8));
        log.decide(0, 9);
        log.publish();

        assertThat(broken(log.verify())).startsWith("The entry at shard 1, position 3 (leaf 5) with hash ");
    }

    @Test
    void anExportWithoutItsEntriesProvesLess() throws IOException {
        Path export = log.export(false);
        FileSystemUtils.deleteRecursively(export.resolve("entries"));

        assertThat(log.verify(export, Optional.of(kept)))
                .isInstanceOfSatisfying(Verdict.Unproven.class, unproven -> assertThat(unproven.open())
                        .containsExactly(
                                "The folder has no entries, so nothing of what they say was compared: an export"
                                        + " has them in entries/."));
    }

    @Test
    void findsThatTwoSubjectsWereSwapped() {
        superuser
                .sql("update transfer_log_subject set subject_key = case position when 0 then :two else :one end"
                        + " where shard = 1 and position < 2")
                .param("one", new java.util.UUID(9, 0))
                .param("two", new java.util.UUID(9, 1))
                .update();

        assertBroken(
                "The entry at shard 1, position 0 (leaf 0) with hash %s is filed under somebody it does not commit to:"
                                .formatted(hash(0))
                        + " its subjects were changed, or its seed.");
    }

    @Test
    void findsThatASubjectIsFiledAsOfAnotherTime() {
        superuser
                .sql("update transfer_log_subject set recorded_at = recorded_at - interval '1 day'"
                        + " where shard = 2 and position = 0")
                .update();

        assertBroken(
                "The entry at shard 2, position 0 (leaf 3) with hash %s is filed under somebody as of another time than its"
                                .formatted(hash(2, 0))
                        + " own: its subjects were changed, or its seed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen_random_uuid()", "null"})
    void findsThatAnEntryIsFiledUnderAnotherCase(String other) {
        superuser
                .sql("update transfer_log set case_key = " + other + " where shard = 2 and position = 0")
                .update();

        assertBroken(
                "The entry at shard 2, position 0 (leaf 3) with hash %s is filed under another case than it commits to: that"
                                .formatted(hash(2, 0))
                        + " was changed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-6 minutes", "100 years"})
    void findsAnEntryBesideTheTreeWhateverTheTablesBesideItSay(String written) {
        superuser
                .sql("insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash)"
                        + " values (1, 9, gen_random_uuid(), now(), 'DECISION', '{}', sha256('{}'))")
                .update();
        superuser.sql("update log_progress set next_position = 1000").update();
        superuser
                .sql("insert into log_run (first_index, shard, first_position, entries) values (1000, 1, 9, 1)")
                .update();
        superuser
                .sql(
                        "insert into log_batch (shard, first_position, last_position, committed_at, previous_hash, hash, hashes,"
                                + " written_at) values (1, 9, 9, now(), sha256(''), sha256(''), sha256(''), now() + interval '"
                                + written + "')")
                .update();

        assertBroken("The entry at shard 1, position 9 with hash %s was added: no leaf is for it.".formatted(hash(9)));
    }

    /** Its proof would be awaited for ever, and those behind it would be taken for entries that somebody added. */
    @Test
    void anEntryOfWhichTheLeafIsNotKnownAnyMoreIsNamedAndNoOther() throws IOException {
        for (int number = 5; number < 8; number++) {
            log.decide(0, number);
            log.publish();
        }
        superuser.sql("delete from log_run where first_index = 6").update();
        Path export = log.export(true);
        List<String> counted = new ArrayList<>();

        assertThat(Files.readAllLines(export.resolve("entries/without-leaf.jsonl")))
                .singleElement()
                .asString()
                .startsWith("{\"index\":0,\"shard\":1,\"position\":4,");
        assertThat(log.verify(export, Optional.empty()))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(
                                Stream.concat(Stream.of(broken.sentence()), broken.further().stream()))
                        .allMatch(sentence -> sentence.contains("shard 1, position 4 ")));
        assertThat(Recount.count(export, log.key(), List.of(), counted::add)).isOne();
        assertThat(counted)
                .filteredOn(sentence -> sentence.startsWith("The entry at"))
                .isNotEmpty()
                .allMatch(sentence -> sentence.startsWith("The entry at shard 1, position 4 "));
        assertThat(log.verifyStored(Optional.empty())) // reads each entry at the place that its leaf says
                .isInstanceOf(Verdict.Sound.class);
        assertThatThrownBy(() -> log.prove(new UUID(7, 6))).isInstanceOf(LogDamaged.class);
        assertThat(log.prove(new UUID(7, 7)).proof()).isNotEmpty();
    }

    /** What was written lately may wait for its leaf behind the last one of its shard, and nowhere before it. */
    @Test
    void anEntryOfTheseMinutesWaitsForNoLeafBeforeThoseThatHaveTheirs() throws IOException {
        Instant now = Instant.now();
        for (int number = 5; number < 8; number++) {
            log.decide(0, number, now);
            log.publish();
        }
        superuser.sql("delete from log_run where first_index = 6").update();

        assertThat(Files.readAllLines(log.export(true).resolve("entries/without-leaf.jsonl")))
                .singleElement()
                .asString()
                .startsWith("{\"index\":0,\"shard\":1,\"position\":4,");
    }

    /** Again and again: what was written lately may wait for its leaf. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3 | now()                      | update log_batch set last_position = 3, written_at = now(), hashes = decode(repeat('00', 64), 'hex') \
                                                     where shard = 1 and first_position = 2
                    3 | now() - interval '2 years' | insert into log_batch select 1, 3, 3, now(), now(), hash, hash, hashes \
                                                     from log_batch where shard = 1 and first_position = 2
                    """)
    void findsAnInventedEntryWhateverBatchIsSaidToHoldIt(int position, String recorded, String batch) {
        superuser
                .sql(
                        "insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash) values (1, "
                                + position + ", gen_random_uuid(), " + recorded + ", 'DECISION', '{}', sha256('{}'))")
                .update();
        superuser.sql(batch).update();

        assertBroken("The entry at shard 1, position 3 with hash %s was added: no leaf is for it.".formatted(hash(3)));
    }

    /** The role of the gateway may write both. */
    @Test
    void aCheckpointOrACosignatureThatIsNoneSpoilsNoVerification() {
        JdbcClient application = JdbcClient.create(database.asApplication());
        application
                .sql("insert into log_checkpoint values (1, 1000, now(), 'nonsense'), (7, 1, now(), 'nonsense')")
                .update();
        application
                .sql("insert into log_cosignature values (1, 5, 'nobody', now(), 'nonsense')")
                .update();

        assertThat(log.verify()).isInstanceOf(Verdict.Sound.class);
        assertThat(log.prove(new UUID(7, 1)).proof()).isNotEmpty();
        application
                .sql("insert into log_checkpoint values (1, 3, now(), 'nonsense')")
                .update();
        application
                .sql("insert into log_cosignature values (1, 3, 'nobody', now() - interval '1 year', 'nonsense')")
                .update();
        assertThat(log.verify()).isInstanceOf(Verdict.Sound.class);
        CheckpointTable checkpoints = new CheckpointTable(application);
        assertThat(List.of(checkpoints.ofSize(3), checkpoints.ofSize(5).map(SignedCheckpoint::checkpoint)))
                .containsExactly(Optional.empty(), Optional.of(log.head()));
    }

    @Test
    void findsThatASubjectWasTakenAway() {
        superuser
                .sql("delete from transfer_log_subject where shard = 2 and position = 0")
                .update();

        assertBroken(
                "The entry at shard 2, position 0 (leaf 3) with hash %s is not filed under everybody it commits to:"
                                .formatted(hash(2, 0))
                        + " its subjects were changed, or its seed.");
    }

    @Test
    void findsALeafThatWasChangedWhereTheEntriesAreNotThere() throws IOException {
        superuser
                .sql("update log_bundle set leaves = set_byte(leaves, 60, 65 + get_byte(leaves, 60) % 2)")
                .update();
        Path export = log.export(false);
        FileSystemUtils.deleteRecursively(export.resolve("entries"));

        assertThat(broken(log.verify(export, Optional.empty())))
                .matches(
                        "The leaf of the entry at shard 1, position 0 \\(leaf 0\\) was changed: it has hash [0-9a-f]{64}"
                                + " and its tile has [0-9a-f]{64}\\.");
    }

    @Test
    void findsATileThatWasChangedThoughEveryEntryIsThere() throws IOException {
        for (int round = 0; round < 3; round++) {
            log.shards().write(0, 250);
        }
        log.publish();
        superuser
                .sql("update log_tile set hashes = set_byte(hashes, 40, (get_byte(hashes, 40) + 1) % 256)"
                        + " where level = 0 and tile_index = 0")
                .update();
        Path export = log.export(false);
        String tile = "The tile tile/0/000 was changed: ";

        assertThat(broken(log.verify(export, Optional.empty())))
                .matches(tile + "at place 1 it has hash [0-9a-f]{64} and the leaves give [0-9a-f]{64}\\.");
        assertThat(broken(log.verify())).startsWith(tile);
        assertThat(broken(Verifier.consistency(
                        new Folder(export), Believed.key(log.key()), List.of(new Kept.Signed(kept)))))
                .matches(tile + "its hashes give [0-9a-f]{64} and the tile tile/1/000\\.p/2 has [0-9a-f]{64}\\.");
    }

    @Test
    void readsATileOnceForAllThatWasKept() throws IOException {
        List<Kept> all = new ArrayList<>(List.of(new Kept.Signed(kept)));
        for (int round = 0; round < 3; round++) {
            log.shards().write(0, 250);
            all.add(new Kept.Signed(log.publish()));
        }
        List<String> read = new ArrayList<>();
        Folder export = new Folder(log.export(false));
        LogSource source = path -> {
            read.add(path);
            return export.open(path);
        };

        assertThat(Verifier.consistency(source, Believed.key(log.key()), all)).isInstanceOf(Verdict.Sound.class);
        assertThat(read.stream().filter(path -> path.startsWith("tile/")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void findsATileThatIsGoneOrCutOff() throws IOException {
        Path export = log.export(false);
        Path tile = export.resolve("tile/0/000.p/5");
        byte[] whole = Files.readAllBytes(tile);

        Files.write(tile, Arrays.copyOf(whole, 100));
        assertThat(broken(log.verify(export, Optional.empty())))
                .isEqualTo("The tile tile/0/000.p/5 was changed: it has 100 bytes and not 160.");

        Files.delete(tile);
        assertThat(broken(log.verify(export, Optional.empty()))).isEqualTo("The tile tile/0/000.p/5 is gone.");
    }

    @Test
    void findsAHoleThatWasThereBeforeTheTreeGrew() {
        log.decide(0, 10);
        log.decide(0, 11, Instant.now());
        superuser
                .sql("delete from transfer_log where shard = 1 and position = 3")
                .update();
        superuser
                .sql("delete from log_batch where shard = 1 and first_position = 3")
                .update();
        log.publish();

        assertThat(broken(log.verify()))
                .startsWith("The entry at shard 1, position 3 is missing: leaf 5 is position 4 with hash ");
    }

    /** Its hash stands in the batch that it was written with. */
    @Test
    void namesAnEntryThatWasDeletedBeforeTheTreeGrew() {
        log.decide(0, 10);
        String before = hash(3);
        superuser
                .sql("delete from transfer_log where shard = 1 and position = 3")
                .update();
        log.publish();

        assertBroken(
                "The entry at shard 1, position 3 (leaf 5) is gone: its leaf has hash %s and nothing with that place"
                                .formatted(before)
                        + " is left.");
    }

    @Test
    void findsATransferThatWasDecidedTwice() {
        log.decide(1, 0);
        log.publish();

        assertBroken(
                "Transfer 00000000-0000-0007-0000-000000000000 was decided twice: by the entries of leaf 0 and leaf 5.");
    }

    @Test
    void onlyAnEarlierCheckpointFindsATailThatWasReplacedAndSignedWithTheStolenKey() {
        superuser.sql(FORGET_THE_TREE).update();
        superuser
                .sql("delete from transfer_log where shard = 2 and position = 1")
                .update();
        superuser
                .sql("delete from log_batch where shard = 2 and first_position = 1")
                .update();
        assertThatThrownBy(log::publish).hasMessageContaining("leaves and had 5 when it was signed last");
        log.signWith("another memory");
        log.decide(0, 20);
        log.decide(0, 21);
        log.publish();

        assertThat(log.verify()).isInstanceOf(Verdict.Sound.class);
        assertThat(broken(log.verify(Optional.of(kept))))
                .matches("The first 5 leaves were rewritten: they have root [0-9a-f]{64} and had root [0-9a-f]{64} when"
                        + " the earlier checkpoint was signed\\.");
        assertThat(broken(Verifier.consistency(
                        new Folder(log.export(false)), Believed.key(log.key()), List.of(new Kept.Signed(kept)))))
                .matches("The log of 6 leaves with root [0-9a-f]{64} does not begin with the 5 leaves of the earlier"
                        + " checkpoint with root [0-9a-f]{64}\\.");
    }

    @Test
    void anEarlierCheckpointFindsThatABackupWasPutBack() {
        TestDatabase backup = database.copy();
        log.decide(1, 5);
        byte[] later = log.publish();
        SomeTree restored = new SomeTree(backup, folder);

        assertThat(restored.verify()).isInstanceOf(Verdict.Sound.class);
        assertThat(broken(restored.verify(Optional.of(later))))
                .matches("The log has 5 leaves \\(root [0-9a-f]{64}\\) and had 6 when the earlier checkpoint was signed"
                        + " \\(root [0-9a-f]{64}\\)\\.");
        restored.decide(0, 30);
        restored.decide(0, 31);
        assertThatThrownBy(restored::publish).hasMessageContaining("does not begin with the 6 signed last");
    }

    @Test
    void followsALogOverManyBundles() throws IOException {
        for (int round = 0; round < 3; round++) {
            log.shards().write(0, 250);
        }
        log.publish();
        Path export = log.export(false);

        assertThat(log.verify(export, Optional.of(kept))).isInstanceOf(Verdict.Sound.class);
        assertThat(Verifier.consistency(new Folder(export), Believed.key(log.key()), List.of(new Kept.Signed(kept))))
                .isInstanceOf(Verdict.Sound.class);
        try (Stream<String> lines = Files.lines(export.resolve("entries/000000.jsonl"))) {
            assertThat(lines).hasSize(755).noneMatch(line -> line.contains("seed") || line.contains("subjects"));
        }
    }

    private void assertBroken(String sentence) {
        assertThat(broken(log.verify())).isEqualTo(sentence);
    }

    private static String broken(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        return ((Verdict.Broken) verdict).sentence();
    }

    private String hash(long position) {
        return hash(1, position);
    }

    private String hash(int shard, long position) {
        List<byte[]> hashes = superuser
                .sql("select entry_hash from transfer_log where shard = ? and position = ?")
                .params(shard, position)
                .query(byte[].class)
                .list();
        return HexFormat.of().formatHex(hashes.get(0));
    }
}

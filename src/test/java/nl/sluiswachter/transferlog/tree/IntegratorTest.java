package nl.sluiswachter.transferlog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.Threads;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.SomeMark;
import nl.sluiswachter.transferlog.SomeShards;
import nl.sluiswachter.transferlog.alarm.Alarms;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.EntryBundle;
import nl.sluiswachter.transferlog.merkle.Frontier;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.TileEdge;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import nl.sluiswachter.transferlog.merkle.TreeReader;
import nl.sluiswachter.transferlog.merkle.Trust;
import nl.sluiswachter.transferlog.merkle.TrustPolicy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IntegratorTest {

    private static final String NAME = "sluiswachter/00000099000000000100";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final DataSource source = database.asApplication();
    private final JdbcClient application = JdbcClient.create(source);
    private final TileTable tiles = new TileTable(application);
    private final CheckpointTable checkpoints = new CheckpointTable(application);
    private final SomeShards shards = new SomeShards(database.asApplication(), 2);
    private final Integrator integrator = integrator();

    @Test
    void givesEveryEntryOneLeafInOrderOfShardAndPosition() throws Exception {
        shards.write(0, 3);
        shards.write(1, 2);
        integrator.integrate();
        shards.write(0, 1);
        integrator.integrate();

        assertThat(leaves())
                .extracting(leaf -> leaf.shard() + ":" + leaf.position())
                .containsExactly("1:0", "1:1", "1:2", "2:0", "2:1", "1:3");
        assertThat(tree().root()).isEqualTo(rootOf(leaves()));
    }

    @Test
    void growsOverTheEdgeOfTilesAndBundles() throws Exception {
        for (int entries : List.of(200, 55, 1, 1, 300, 256, 7)) {
            shards.write(0, entries);
            integrator.integrate();
        }

        assertThat(tree().size()).isEqualTo(820);
        assertThat(tree().root()).isEqualTo(rootOf(leaves()));
        assertThat(new TreeReader(tiles, 820)
                        .inclusion(511)
                        .verifies(leaves().get(511).hash(), tree().root()))
                .isTrue();
    }

    @Test
    void keepsOneTreeWhenInstancesFightForIt() throws Exception {
        List<Integrator> both = List.of(integrator, integrator());
        List<CompletableFuture<Object>> work = new ArrayList<>();
        for (Integrator one : both) {
            work.add(Threads.start(() -> {
                IntStream.range(0, 50).forEach(round -> one.integrate());
                return null;
            }));
        }
        for (int i = 0; i < 50; i++) {
            shards.write(i % 2, 5);
        }
        work.forEach(CompletableFuture::join);
        integrator.integrate();

        assertThat(tree().size()).isEqualTo(250);
        assertThat(leaves()).doesNotHaveDuplicates();
        assertThat(tree().root()).isEqualTo(rootOf(leaves()));
    }

    /** As when two nodes hold it at once: what the tree was is compared, and what is in it cannot be put in again. */
    @Test
    void keepsOneTreeWhenTheLockLetsEverybodyIn() throws Exception {
        shards.write(0, 3);
        integrator.integrate();
        shards.write(1, 5);
        List<Integrator> both = List.of(integrator(withoutLock()), integrator(withoutLock()));
        List<CompletableFuture<Boolean>> work = new ArrayList<>();

        try (Connection gate = database.asOwner().getConnection();
                Statement statement = gate.createStatement()) {
            gate.setAutoCommit(false);
            statement.execute("lock table log_tree in exclusive mode");
            both.forEach(one -> work.add(Threads.start(() -> wentThrough(one))));
            Awaitility.await().until(() -> waiting() == 2);
            gate.commit();
        }

        assertThat(work.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(leaves()).hasSize(8).doesNotHaveDuplicates();
        assertThat(tree().root()).isEqualTo(rootOf(leaves()));
    }

    /** Finds a function of the lock's name that says yes to everybody before it finds the lock. */
    private DataSource withoutLock() {
        owner.sql("create schema if not exists everybody; grant usage on schema everybody to public;"
                        + " create or replace function everybody.pg_try_advisory_xact_lock(bigint) returns boolean"
                        + " language sql as 'select true'")
                .update();
        return database.asApplicationWith("-c search_path=everybody,pg_catalog,public");
    }

    private static boolean wentThrough(Integrator integrator) {
        try {
            integrator.integrate();
            return true;
        } catch (DataIntegrityViolationException | IllegalStateException e) {
            return false;
        }
    }

    private long waiting() {
        return JdbcClient.create(database.asSuperuser())
                .sql("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    @Test
    void raisesAnAlarmForAHoleAndGoesOn() {
        shards.write(0, 5);
        owner.sql("delete from transfer_log where position = 2").update();

        integrator.integrate();

        assertThat(tree().size()).isEqualTo(5);
        assertThat(alarms()).containsExactly("1:2 ENTRY_MISSING_OR_ADDED");
        assertThat(Alarms.count(application)).isOne();
    }

    @Test
    void raisesAnAlarmForARemovedBatch() {
        shards.write(0, 2);
        shards.write(0, 2);
        owner.sql("delete from transfer_log where position < 2").update();
        owner.sql("delete from log_batch where first_position = 0").update();

        integrator.integrate();

        assertThat(alarms()).containsExactly("1:2 BATCH_MISSING");
    }

    @Test
    void raisesAnAlarmForAChangedEntryAndGivesTheLeafToWhatItWas() throws Exception {
        shards.write(0, 3);
        Hash written = hash(1);
        owner.sql("update transfer_log set entry = 'x', entry_hash = sha256('x') where position = 1")
                .update();

        integrator.integrate();

        assertThat(alarms()).containsExactly("1:1 ENTRY_MISSING_OR_ADDED");
        assertThat(leaves().get(1).entry()).isEqualTo(written).isNotEqualTo(hash(1));
    }

    private Hash hash(long position) {
        return Hash.of(owner.sql("select entry_hash from transfer_log where position = ?")
                .param(position)
                .query(byte[].class)
                .single());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hash = sha256('x')",
                "hashes = hashes || hashes, last_position = 2 * last_position + 1",
                "hashes = overlay(hashes placing sha256('x') from 33)",
                "previous_hash = sha256('x')",
                "first_position = first_position + 1, last_position = last_position + 1"
            })
    void givesNoLeafToABatchThatIsNotAsAGatewayWroteIt(String change) throws Exception {
        shards.write(0, 2);
        owner.sql("update log_batch set " + change).update();
        shards.write(1, 2);

        integrator.integrate();

        assertThat(alarms()).singleElement().asString().endsWith(" BATCH_CHANGED");
        assertThat(leaves()).extracting(Leaf::shard).containsExactly(2, 2);
    }

    /** All that the password of the gateway allows: a shard, an entry, and a batch that follows on nothing. */
    @Test
    void givesNoLeafToAnEntryThatNoGatewayWrote() throws Exception {
        shards.write(0, 1);
        int shard = application
                .sql("insert into log_shard (started_at) values (now()) returning shard")
                .query(Integer.class)
                .single();
        application
                .sql("insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash)"
                        + " values (?, 0, gen_random_uuid(), now(), 'DECISION', '{}', sha256('{}'))")
                .param(shard)
                .update();
        application
                .sql("select append_log_batch(?, 0, 0, now(), decode(repeat('00', 32), 'hex'), sha256('x'),"
                        + " sha256('{}'))::text")
                .param(shard)
                .query()
                .singleRow();

        integrator.integrate();

        assertThat(alarms()).containsExactly(shard + ":0 BATCH_CHANGED");
        assertThat(leaves()).extracting(Leaf::shard).containsExactly(1);
    }

    /** Tiles and tree can be written with the password of the gateway: as a tree they are right, and nobody may sign them. */
    @Test
    void signsNoTreeThatNoGatewayHadGrow() throws Exception {
        Sequencer sequencer = new Sequencer(integrator, publisher(signer()));
        shards.write(0, 3);
        sequencer.turn();
        TileEdge.Growth forged = TileEdge.read(3, tiles).append(List.of(TreeHashing.leaf(new byte[1])));
        tiles.store(forged.changed());
        application
                .sql("update log_tree set size = 4, root = ?")
                .param(forged.edge().root().bytes())
                .update();

        sequencer.turn();

        assertThat(sequencer.failure())
                .isEqualTo("No gateway wrote what log_tree says: verify the log, and put that row back from a backup");
        assertThat(sequencer.looksChanged()).isTrue();
        assertThat(checkpoints.latest().orElseThrow().checkpoint().size()).isEqualTo(3);
    }

    @Test
    void tellsALogThatWasPutBackFromOneThatCannotBeWritten() throws Exception {
        Sequencer sequencer = new Sequencer(integrator, publisher(signer()));
        shards.write(0, 3);
        sequencer.turn();
        owner.sql("create table before_tree as table log_tree; create table before_tile as table log_tile")
                .update();
        shards.write(0, 2);
        owner.sql("alter table log_checkpoint rename to away").update();
        sequencer.turn();
        assertThat(sequencer.failure()).isNotEmpty();
        assertThat(sequencer.looksChanged()).isFalse();
        owner.sql("alter table away rename to log_checkpoint").update();
        sequencer.turn();
        assertThat(sequencer.failure()).isEmpty();

        owner.sql("delete from log_tree; insert into log_tree table before_tree;"
                        + " delete from log_tile; insert into log_tile table before_tile")
                .update();
        sequencer.turn();

        assertThat(sequencer.failure()).isNotEmpty();
        assertThat(sequencer.looksChanged()).isTrue();
    }

    @Test
    void raisesAnAlarmForAnEventThatNoGatewayWrote() {
        application
                .sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " values (gen_random_uuid(), now(), 'PARTY', '{}', sha256('{}'), '{}')")
                .update();
        shards.place(0);

        integrator.integrate();

        assertThat(alarms()).containsExactly("0:0 EVENT_FORGED");
        assertThat(tree().size()).isZero();
        assertThat(owner.sql("select count(*) from log_pending")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ interval '1 s'", "- interval '1 s'"})
    void aSecondEntryAtAPositionIsAnAlarmAndStopsNothing(String later) throws Exception {
        shards.write(0, 3);
        Hash written = hash(0);
        owner.sql("insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash)"
                        + " select shard, position, gen_random_uuid(), recorded_at " + later
                        + ", kind, entry, sha256('x')"
                        + " from transfer_log where position = 0")
                .update();

        integrator.integrate();
        shards.write(0, 1);
        integrator.integrate();

        assertThat(alarms()).singleElement().asString().endsWith(" ENTRY_MISSING_OR_ADDED");
        assertThat(leaves().get(0).entry()).isEqualTo(written);
        assertThat(leaves())
                .extracting(leaf -> leaf.shard() + ":" + leaf.position())
                .containsExactly("1:0", "1:1", "1:2", "1:3");
    }

    @Test
    void putsManyShardsIntoTheTreeInBoundedRounds() throws Exception {
        SomeShards many = new SomeShards(source, 6);
        for (int shard = 0; shard < 6; shard++) {
            for (int batch = 0; batch < 4; batch++) {
                many.write(shard, 1);
            }
        }

        assertThat(new SequenceTable(application, SomeMark.OURS).behind(8, true))
                .extracting(batch -> batch.shard() + ":" + batch.first())
                .containsExactly("1:0", "1:1", "2:0", "2:1", "3:0", "4:0", "5:0", "6:0");
    }

    @Test
    void findsWhatStandsInAShardThatNobodyWroteLately() throws Exception {
        shards.write(0, 1);
        integrator.integrate();
        shards.write(0, 1);
        owner.sql("update log_batch set written_at = now() - interval '1 hour'").update();

        integrator.integrate();
        assertThat(tree().size()).isEqualTo(1);
        assertThat(new Backlog(application).entries()).isGreaterThan(Duration.ofMinutes(59));
        integrator().integrate();

        assertThat(tree().size()).isEqualTo(2);
        assertThat(new Backlog(application).entries()).isZero();
    }

    @Test
    void raisesAnAlarmWhenTheLogSaysThatEntriesHaveLeavesWhichHaveNone() {
        shards.write(0, 2);
        integrator.integrate();
        shards.write(0, 2);
        owner.sql("update log_progress set next_position = 4").update();

        integrator().integrate();

        assertThat(alarms()).containsExactly("1:2 PROGRESS_WITHOUT_LEAVES");
    }

    /** Whoever owns the database can say that a shard is in the tree, and close the alarm before it is raised. */
    @Test
    void entriesThatAreKeptFromTheTreeWithoutAnAlarmAreSeen() {
        shards.write(0, 1);
        owner.sql("insert into log_progress select shard, 1000, hash from log_batch")
                .update();
        owner.sql("insert into log_alarm (found_at, shard, position, finding, closed_at, closed_why)"
                        + " values (now(), 1, 0, 'PROGRESS_WITHOUT_LEAVES', now(), 'nothing')")
                .update();
        for (String written : List.of("- interval '1 hour'", "+ interval '1 hour'")) {
            owner.sql("update log_batch set written_at = now() " + written).update();
            integrator().integrate();

            assertThat(alarms()).containsExactly("1:0 PROGRESS_WITHOUT_LEAVES");
            assertThat(new Backlog(application).complaint()).isPresent();
        }
    }

    /** Locks of that kind can be taken by whoever may connect, and be kept. */
    @Test
    void somebodyWhoHoldsTheLocksIsSeen() throws Exception {
        Backlog backlog = new Backlog(application);
        try (Connection hostile = source.getConnection();
                Statement statement = hostile.createStatement()) {
            for (String lock : List.of("log_tree", "log_pending")) {
                statement.execute("select pg_advisory_lock(hashtextextended('" + lock + "', 0))");
            }
            shards.write(0, 1);
            event();
            shards.place(0);
            integrator.integrate();
            owner.sql("update log_batch set written_at = now() - interval '40 s';"
                            + " update log_pending set written_at = now() - interval '50 s'")
                    .update();

            assertThat(backlog.entries()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
            assertThat(backlog.events()).isGreaterThanOrEqualTo(Duration.ofSeconds(50));
            assertThat(backlog.complaint().orElseThrow()).endsWith(" s; somebody may hold its lock");
        }
        shards.place(0);
        integrator().integrate();
        assertThat(backlog.events()).isZero();
        assertThat(backlog.complaint()).isEmpty();
    }

    private void event() {
        events().append(new LogEntry(LogKind.PARTY, Optional.empty(), Optional.empty(), Map.of(), List.of()));
    }

    private JdbcEventLog events() {
        return new JdbcEventLog(application, SomeMark.OURS, new UuidV7(Clock.systemUTC()), Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'nonsense'", "overlay(note placing 'AAAA' from length(note) - 8)"})
    void signsAndPublishesADamagedCheckpointAgain(String damage) throws Exception {
        Publisher publisher = publisher(signer());
        for (int i = 0; i < 2; i++) {
            shards.write(0, 3);
            integrator.integrate();
            publisher.publish();
        }
        SignedCheckpoint published = checkpoints.latest().orElseThrow();
        application
                .sql("update log_checkpoint set note = " + damage + " where size = 6")
                .update();
        application
                .sql("insert into log_checkpoint values (1, 1000, now(), 'nonsense')")
                .update();

        assertThat(checkpoints.latest()).isPresent();
        publisher.publish();

        assertThat(checkpoints.latest().orElseThrow().bytes()).isEqualTo(published.bytes());
        assertThat(alarms()).containsExactly("0:6 CHECKPOINT_CHANGED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log_tile set hashes = overlay(hashes placing sha256('x') from 1) where level = 1",
                "update log_tile set hashes = overlay(hashes placing sha256('x') from 1) where tile_index = 2",
                "delete from log_tile",
                "update log_tile set width = 256, hashes = decode(repeat('00', 8192), 'hex') where tile_index = 2"
            })
    void damagedTilesStopTheTreeAndAreMadeAnew(String damage) throws Exception {
        CheckpointSigner signer = signer();
        Sequencer sequencer = new Sequencer(integrator, publisher(signer));
        shards.write(0, 256);
        shards.write(0, 256);
        shards.write(0, 8);
        sequencer.turn();
        owner.sql(damage).update();
        shards.write(0, 3);

        sequencer.turn();
        assertThat(sequencer.failure())
                .isEqualTo("The stored tiles do not give the root of the tree: see log rebuild-tree");
        assertThat(sequencer.looksChanged()).isTrue();
        assertThat(rebuilding().rebuild()).isEqualTo(520);
        sequencer.turn();

        assertThat(sequencer.failure()).isEmpty();
        assertThat(sequencer.looksChanged()).isFalse();
        assertThat(tree().size()).isEqualTo(523);
        assertThat(tree().root()).isEqualTo(rootOf(leaves()));
        assertThat(checkpoints.latest().orElseThrow().checkpoint().root()).isEqualTo(tree().root());
    }

    @Test
    void makesNoTreeOfOtherLeaves() throws Exception {
        shards.write(0, 3);
        integrator.integrate();
        for (String damage : List.of(
                "update log_bundle set leaves = set_byte(leaves, 60, 65 + get_byte(leaves, 60) % 2)",
                "update log_bundle set leaves = 'x'", "delete from log_bundle")) {
            owner.sql(damage).update();

            assertThatThrownBy(() -> rebuilding().rebuild())
                    .isInstanceOf(TreeDamaged.class)
                    .hasMessageStartingWith("The stored leaves do not give the root of the tree: ");
        }
    }

    private Rebuilding rebuilding() {
        return new Rebuilding(
                application, SomeMark.OURS, events(), new TransactionTemplate(new JdbcTransactionManager(source)));
    }

    @Test
    void keepsOneOldCheckpointAnHourAndAllYoungOnes() {
        for (int size = 1; size <= 6; size++) {
            owner.sql("insert into log_checkpoint values (1, ?, ?::timestamptz, 'x')")
                    .params(size, size < 6 ? "2020-01-01T0" + (size / 4) + ":00:0" + size + "Z" : "2100-01-01Z")
                    .update();
        }
        owner.sql("insert into log_cosignature values (1, 2, 'witness', now(), 'x'), (1, 1, 'witness', now(), 'x')")
                .update();
        owner.sql("insert into log_timestamp values (1, 4, now(), 'x')").update();

        assertThat(new CheckpointTable(application).thin(1)).isOne();
        assertThat(new CheckpointTable(application).thin(100)).isOne();

        assertThat(owner.sql("select size from log_checkpoint order by size")
                        .query(Long.class)
                        .list())
                .containsExactly(2L, 4L, 5L, 6L);
        assertThat(owner.sql("select size from log_cosignature")
                        .query(Long.class)
                        .list())
                .containsExactly(2L);
    }

    @Test
    void publishesACheckpointThatItsKeyVerifies() throws Exception {
        CheckpointSigner signer = signer();
        shards.write(0, 3);
        integrator.integrate();
        publisher(signer).publish();

        SignedCheckpoint published = checkpoints.latest().orElseThrow();
        TrustPolicy policy =
                new TrustPolicy(NAME + "/1", List.of(signer.verifierKey(1).verifier(Ed25519.types())), List.of(), 0);
        assertThat(policy.check(published)).isInstanceOfSatisfying(Trust.Given.class, given -> assertThat(
                        given.checkpoint().size())
                .isEqualTo(3));
        assertThat(published.checkpoint().root()).isEqualTo(tree().root());
    }

    @Test
    void keepsEveryCheckpointAndProvesThatOneContinuesTheOther() throws Exception {
        Publisher publisher = publisher(signer());
        for (int i = 0; i < 3; i++) {
            shards.write(0, 100);
            integrator.integrate();
            publisher.publish();
            publisher.publish();
        }

        assertThat(owner.sql("select size from log_checkpoint order by size")
                        .query(Long.class)
                        .list())
                .containsExactly(100L, 200L, 300L);
        assertThat(new TreeReader(tiles, 300).consistency(100).hashes()).isNotEmpty();
    }

    @Test
    void refusesToSignATreeThatShrank() {
        Publisher publisher = publisher(signer());
        shards.write(0, 3);
        integrator.integrate();
        publisher.publish();
        owner.sql("delete from log_checkpoint").update();
        setTree(tree().root(), 2);

        assertThatThrownBy(publisher::publish)
                .isInstanceOf(SignerRefusal.class)
                .hasMessage("The tree has 2 leaves and had 3 when it was signed last;"
                        + " after a restored backup a new epoch must begin");
        assertThat(checkpoints.latest()).isEmpty();
    }

    @Test
    void refusesToSignATreeWithAnotherPast() {
        Publisher publisher = publisher(signer());
        shards.write(0, 3);
        integrator.integrate();
        publisher.publish();
        shards.write(0, 6);
        owner.sql("truncate log_tree, log_tile, log_bundle, log_run, log_progress, log_checkpoint")
                .update();
        owner.sql("delete from log_batch where first_position = 0").update();
        integrator.integrate();

        assertThatThrownBy(publisher::publish)
                .isInstanceOf(SignerRefusal.class)
                .hasMessage("The tree of 6 leaves does not begin with the 3 signed last");
    }

    @Test
    void goesOnWhenItWasKilledWhileItWroteItsMemory() throws Exception {
        Files.writeString(
                folder.resolve("memory.new"), "half of a checkpoint, and more of it than of the next".repeat(9));
        shards.write(0, 3);
        integrator.integrate();
        publisher(signer()).publish();
        shards.write(0, 3);
        integrator.integrate();

        publisher(signer()).publish();

        assertThat(checkpoints.latest().orElseThrow().checkpoint().size()).isEqualTo(6);
    }

    @Test
    void refusesToSignWithADamagedMemory() throws Exception {
        Publisher publisher = publisher(signer());
        Files.writeString(folder.resolve("memory"), "nothing");
        shards.write(0, 1);
        integrator.integrate();

        assertThatThrownBy(publisher::publish)
                .isInstanceOf(SignerRefusal.class)
                .hasMessage("The file of sluiswachter.log.memory cannot be read as a checkpoint");
    }

    @Test
    void aNodeThatRemembersNothingSignsOnlyALogThatItSawEmpty() throws Exception {
        Publisher begun = publisher(signer("begun"));
        begun.begin();
        shards.write(0, 3);
        integrator.integrate();
        Publisher late = publisher(signer("late"));
        late.begin();

        assertThatThrownBy(late::publish)
                .isInstanceOf(SignerRefusal.class)
                .hasMessage("This node remembers nothing that was signed, and the log has 3 leaves: see log join");
        assertThat(checkpoints.latest()).isEmpty();
        begun.publish();
        assertThat(checkpoints.latest()).isPresent();
        assertThatThrownBy(late::publish).isInstanceOf(SignerRefusal.class);
    }

    @Test
    void aNodeSignsOnceItsOperatorLetItJoinAndTheLogTellsThatItDid() throws Exception {
        shards.write(0, 3);
        integrator.integrate();
        CheckpointSigner joined = signer("joined");
        assertThatThrownBy(() -> joining(joined).join(Optional.empty(), "new")).isInstanceOf(EpochRefused.class);
        publisher(signer()).publish();
        Checkpoint three = checkpoints.latest().orElseThrow().checkpoint();
        Checkpoint other = Checkpoint.of(three.origin(), 2, three.root());

        assertThatThrownBy(() -> joining(joined).join(Optional.of(other), "new"))
                .isInstanceOf(SignerRefusal.class);
        assertThat(folder.resolve("joined")).doesNotExist();
        assertThat(joining(joined).join(Optional.of(three), "new disk")).isEqualTo(three);
        assertThat(owner.sql("select convert_from(entry, 'UTF8') from log_pending where kind = 'EPOCH'")
                        .query(String.class)
                        .single())
                .contains("\"against\":\"3\"")
                .contains("\"why\":\"new disk\"");
        shards.write(0, 2);
        integrator.integrate();
        publisher(joined).publish();
        assertThat(checkpoints.latest().orElseThrow().checkpoint().size()).isEqualTo(5);
        assertThatThrownBy(() -> joining(joined).join(Optional.empty(), "again"))
                .hasMessage("This node remembers what was signed last, so it needs not be told");
    }

    @Test
    void aNodeRemembersWhatAnotherPublished() throws Exception {
        SignerMemories.begin(folder.resolve("other"));
        Publisher other = publisher(signer("other"));
        shards.write(0, 3);
        integrator.integrate();
        publisher(signer()).publish();
        other.publish();
        rollBackTo(TreeHashing.EMPTY, 0);
        shards.write(1, 1);
        integrator.integrate();

        assertThatThrownBy(other::publish).hasMessageContaining("has 1 leaves and had 3 when it was signed last");
    }

    private void rollBackTo(Hash root, long size) {
        owner.sql("truncate log_tile, log_bundle, log_run, log_progress, log_checkpoint")
                .update();
        owner.sql("delete from transfer_log").update();
        owner.sql("delete from log_batch").update();
        setTree(root, size);
    }

    /** As it once was. */
    private void setTree(Hash root, long size) {
        owner.sql("update log_tree set size = ?, root = ?, mark = ?")
                .params(size, root.bytes(), SomeMark.OURS.ofTree(1, size, root.bytes()))
                .update();
    }

    private Integrator integrator() {
        return integrator(source);
    }

    private static Integrator integrator(DataSource source) {
        return new Integrator(
                JdbcClient.create(source),
                SomeMark.OURS,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                Clock.systemUTC());
    }

    private CheckpointSigner signer() {
        SignerMemories.begin(folder.resolve("memory"));
        return signer("memory");
    }

    private CheckpointSigner signer(String memory) {
        return new CheckpointSigner(NAME, new byte[32], new SignerMemory(folder.resolve(memory)), tiles);
    }

    private Joining joining(CheckpointSigner signer) {
        return new Joining(application, SomeMark.OURS, signer, events());
    }

    private Publisher publisher(CheckpointSigner signer) {
        return new Publisher(application, SomeMark.OURS, signer, Clock.systemUTC());
    }

    private TreeState tree() {
        return new TreeTable(application, SomeMark.OURS).read();
    }

    private List<String> alarms() {
        return owner.sql("select shard || ':' || position || ' ' || finding from log_alarm order by 1")
                .query(String.class)
                .list();
    }

    private List<Leaf> leaves() throws Exception {
        List<Leaf> leaves = new ArrayList<>();
        BundleTable bundles = new BundleTable(application);
        long size = tree().size();
        for (long from = 0; from < size; from += 256) {
            int width = (int) Math.min(256, size - from);
            byte[] bundle = bundles.find(new BundleAddress(from / 256, width)).orElseThrow();
            for (byte[] leaf : EntryBundle.decode(bundle, width)) {
                leaves.add(Leaf.parse(leaf));
            }
        }
        return leaves;
    }

    private static Hash rootOf(List<Leaf> leaves) {
        Frontier frontier = Frontier.empty();
        leaves.forEach(leaf -> frontier.append(leaf.hash()));
        return frontier.root();
    }
}

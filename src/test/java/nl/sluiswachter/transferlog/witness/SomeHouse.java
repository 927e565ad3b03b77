package nl.sluiswachter.transferlog.witness;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.merkle.CosignatureSigner;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Limits;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import nl.sluiswachter.verifier.SomeTree;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway as far as witnessing goes: a log of its own, and a desk where it cosigns the log of a neighbour. */
final class SomeHouse {

    static final Duration PAUSE = Duration.ofSeconds(10);

    final TestDatabase database;
    final SomeTree log;
    final JdbcClient jdbc;
    final CheckpointTable checkpoints;
    final CosignatureTable cosignatures;
    final WitnessTable table;
    private final Path folder;
    private final Clock clock;
    private final SignerKey key;

    SomeHouse(TestDatabase database, Path folder, String oin, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        this.log = new SomeTree(database, folder, oin);
        log.signWith("memory of " + oin);
        this.jdbc = JdbcClient.create(database.asApplication());
        this.checkpoints = new CheckpointTable(jdbc);
        this.cosignatures = new CosignatureTable(jdbc);
        this.table = new WitnessTable(jdbc);
        byte[] seed = new byte[32];
        seed[0] = (byte) oin.hashCode();
        this.key = SignerKey.of("sluiswachter/" + oin + "/witness", Ed25519.COSIGNATURE, seed);
    }

    String name() {
        return key.verifierKey().key().name();
    }

    String witnessKey() {
        return key.verifierKey().text();
    }

    /** The id under which others keep what it cosigned. */
    String id() {
        return key.verifierKey().key().name() + "+" + key.verifierKey().key().hexId();
    }

    WitnessDesk deskFor(String... neighbours) {
        return desk(clock, neighbours);
    }

    /** With another clock than the others have. */
    WitnessDesk desk(Clock otherClock, String... neighbours) {
        return new WitnessDesk(
                WitnessConfiguration.neighbours(List.of(neighbours)),
                new CosignatureSigner(key, otherClock),
                jdbc,
                new WitnessMemory(folder.resolve("cosigned by " + name().replace('/', ' '))),
                otherClock);
    }

    Asking asking(SomeHouse witness, SomeAddress address) {
        return asking(witness, address, Duration.ofSeconds(20));
    }

    Asking asking(SomeHouse witness, SomeAddress address, Duration patience) {
        try {
            Witness asked = Witness.of(witness.witnessKey(), address.url());
            BoundedPost connection = SomeAddress.connection(folder, patience, Limits.NOTE_BYTES);
            Submission submission = new Submission(asked, connection, new TileTable(jdbc), clock);
            return new Asking(asked, submission, jdbc, PAUSE, clock);
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    SignedCheckpoint head() {
        return checkpoints.latest().orElseThrow();
    }

    List<String> alarms() {
        return jdbc.sql("select finding from log_witness_alarm order by 1")
                .query(String.class)
                .list();
    }
}

package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.SomeMark;
import nl.sluiswachter.transferlog.SomeShards;
import nl.sluiswachter.transferlog.export.LogExport;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.proof.Proofs;
import nl.sluiswachter.transferlog.proof.TransferProof;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.Integrator;
import nl.sluiswachter.transferlog.tree.NewEpoch;
import nl.sluiswachter.transferlog.tree.Publisher;
import nl.sluiswachter.transferlog.tree.SignerMemories;
import nl.sluiswachter.transferlog.tree.SignerMemory;
import nl.sluiswachter.transferlog.tree.TileTable;
import nl.sluiswachter.verifier.recount.Recount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log of two instances on a database, with its integrator, its signer and its exports. */
public final class SomeTree {

    private static final Pattern CONTENTS =
            Pattern.compile("filed under|decided twice|cannot be read|destr|^The tile ");

    private final String oin;
    private final TestDatabase database;
    private final Path folder;
    private final SomeShards shards;
    private final CheckpointTable checkpoints;
    private SignerMemory memory;
    private CheckpointSigner signer;
    private int exports;

    public SomeTree(TestDatabase database, Path folder) {
        this(database, folder, "00000099000000000100");
    }

    /** The log of this gateway, with a key of its own. */
    public SomeTree(TestDatabase database, Path folder, String oin) {
        this.oin = oin;
        this.database = database;
        this.folder = folder;
        DataSource source = database.asApplication();
        this.shards = new SomeShards(source, 2);
        this.checkpoints = new CheckpointTable(JdbcClient.create(source));
        signWith("memory");
    }

    /** One published tree of two decisions, {@code 1} and {@code 2}, in a database of its own. */
    static SomeTree ofTwo(Path folder) {
        SomeTree log = new SomeTree(TestDatabase.create(), folder);
        log.decide(0, 1);
        log.decide(1, 2);
        log.publish();
        return log;
    }

    /** Signs with the one key there is, remembering what was signed in this file. */
    public void signWith(String file) {
        byte[] seed = new byte[32];
        seed[0] = (byte) (Integer.parseInt(oin.substring(12)) - 100);
        memory = new SignerMemory(folder.resolve(file));
        SignerMemories.begin(folder.resolve(file), "sluiswachter/" + oin + "/1");
        signer = new CheckpointSigner(
                "sluiswachter/" + oin, seed, memory, new TileTable(JdbcClient.create(database.asApplication())));
    }

    /** As somebody whom no right holds back. */
    public JdbcClient superuser() {
        return JdbcClient.create(database.asSuperuser());
    }

    /** What writes it. */
    public SomeShards shards() {
        return shards;
    }

    /** The decision on transfer {@code number} about person {@code number}. */
    public void decide(int shard, int number) {
        shards.decide(shard, new UUID(7, number), new SubjectKey(new UUID(9, number)));
    }

    /** The same, decided at some moment; the clock of the database said so too. */
    public void decide(int shard, int number, Instant at) {
        shards.decide(shard, new UUID(7, number), new SubjectKey(new UUID(9, number)), at);
        superuser()
                .sql("update log_batch b set written_at = l.recorded_at from transfer_log l"
                        + " where l.shard = b.shard and l.position = b.first_position")
                .update();
    }

    /** The refusal of transfer {@code number} for these reasons. */
    public void refuse(int shard, int number, Instant at, String... reasons) {
        shards.refuse(shard, new UUID(7, number), LogKind.DECISION, at, List.of(reasons));
        superuser()
                .sql("update log_batch b set written_at = l.recorded_at from transfer_log l"
                        + " where l.shard = b.shard and l.position = b.first_position")
                .update();
    }

    /** Integrates, signs and gives the checkpoint. */
    public byte[] publish() {
        integrate();
        new Publisher(JdbcClient.create(database.asApplication()), SomeMark.OURS, signer, Clock.systemUTC()).publish();
        return checkpoints.latest().orElseThrow().bytes();
    }

    /** As a node that just started, which looks at every shard: what is old here was not written lately. */
    private void integrate() {
        DataSource source = database.asApplication();
        new Integrator(
                        JdbcClient.create(source),
                        SomeMark.OURS,
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        Clock.systemUTC())
                .integrate();
    }

    public Checkpoint head() {
        return checkpoints.latest().orElseThrow().checkpoint();
    }

    /** What a party of a transfer is given to prove its decision. */
    TransferProof.Ready prove(UUID transfer) {
        JdbcClient jdbc = JdbcClient.create(database.asApplication());
        return (TransferProof.Ready) new Proofs(jdbc, new TileTable(jdbc), checkpoints, signer, 1).forSender(transfer);
    }

    public String key() {
        return key(1);
    }

    public String key(int epoch) {
        return signer.verifierKey(epoch).text();
    }

    /** What the operator does after a backup was put back. */
    public NewEpoch.Begun beginEpoch() {
        DataSource source = database.asApplication();
        JdbcClient jdbc = JdbcClient.create(source);
        Clock clock = Clock.systemUTC();
        return new NewEpoch(
                        jdbc,
                        SomeMark.OURS,
                        signer,
                        memory,
                        new JdbcEventLog(jdbc, SomeMark.OURS, new UuidV7(clock), clock),
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        clock)
                .begin("A backup was put back");
    }

    public Path export(boolean withSubjects) {
        Path target = folder.resolve("export" + exports++);
        new LogExport(database.asSuperuser(), withSubjects, 1).write(target, leaves -> done -> {});
        return target;
    }

    /** What the verifier says of it as it is now: the same of an export as of the database. */
    public Verdict verify() {
        return verify(Optional.empty());
    }

    /** The same, compared with a checkpoint that was kept. */
    public Verdict verify(Optional<byte[]> earlier) {
        Path export = export(true);
        Verdict exported = verify(export, earlier);
        assertThat(recount(export, earlier) == 1)
                .as("what is gone, changed or added is found by counting again as well")
                .isEqualTo(exported instanceof Verdict.Broken broken && !isOfContents(broken));
        assertThat(verifyStored(earlier)).isEqualTo(exported);
        return exported;
    }

    /** What the verifier says of the database. */
    Verdict verifyStored(Optional<byte[]> earlier) {
        try (Database stored = new Database(database.url(), database.superuserAccount(), true, 1)) {
            return verify(stored, earlier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all that is wrong is what entries say, or by what they are found: what is only counted tells nothing of it. */
    private static boolean isOfContents(Verdict.Broken broken) {
        return Stream.concat(Stream.of(broken.sentence()), broken.further().stream())
                .allMatch(sentence -> CONTENTS.matcher(sentence).find());
    }

    private int recount(Path export, Optional<byte[]> earlier) {
        try {
            List<Path> kept = new ArrayList<>();
            if (earlier.isPresent()) {
                kept.add(Files.write(folder.resolve("kept" + exports), earlier.get()));
            }
            return Recount.count(export, key(), kept, sentence -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Verdict verify(Path export, Optional<byte[]> earlier) {
        return verify(new Folder(export), earlier);
    }

    private Verdict verify(LogSource source, Optional<byte[]> earlier) {
        LongFunction<java.util.function.LongConsumer> silent = leaves -> done -> {};
        return Verifier.log(
                source,
                Believed.key(key()),
                earlier.stream().<Kept>map(Kept.Signed::new).toList(),
                silent);
    }
}

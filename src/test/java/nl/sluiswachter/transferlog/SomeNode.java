package nl.sluiswachter.transferlog;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.Integrator;
import nl.sluiswachter.transferlog.tree.Publisher;
import nl.sluiswachter.transferlog.tree.Sequencer;
import nl.sluiswachter.transferlog.tree.SignerMemories;
import nl.sluiswachter.transferlog.tree.SignerMemory;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All of a gateway that writes the log: committer, outbox, events, integrator, signer and publisher. */
public final class SomeNode implements AutoCloseable {

    private final UuidV7 ids = new UuidV7(Clock.systemUTC());
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Committer committer;
    private final Sequencer sequencer;

    /** @param memory file in which the signer remembers what it signed */
    public SomeNode(DataSource source, Outbox outbox, Path memory) {
        Clock clock = Clock.systemUTC();
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.jdbc = JdbcClient.create(source);
        this.outbox = outbox;
        this.committer = new Committer(
                new ShardWriter(LogTables.of(jdbc, SomeMark.OURS), outbox, transactions, clock),
                Committer.Bounds.DEFAULT);
        CheckpointSigner signer = new CheckpointSigner(
                "sluiswachter/00000099000000000100", new byte[32], new SignerMemory(memory), new TileTable(jdbc));
        SignerMemories.begin(memory);
        this.sequencer = new Sequencer(
                new Integrator(jdbc, SomeMark.OURS, transactions, clock),
                new Publisher(jdbc, SomeMark.OURS, signer, clock));
        committer.start();
    }

    /** Decides a transfer, and gives its id when that is durable. */
    public UUID append() {
        UUID transfer = ids.next();
        Outcome outcome =
                committer.append(SomeAppending.whole(transfer, Instant.now().truncatedTo(ChronoUnit.MICROS), outbox));
        if (outcome != Outcome.WRITTEN) {
            throw new IllegalStateException(outcome.name());
        }
        return transfer;
    }

    /** Logs an event, and gives the id of its entry when that is durable. */
    public UUID happen() {
        UUID entry = ids.next();
        new JdbcEventLog(jdbc, SomeMark.OURS, committer::sweepSoon, () -> entry, Clock.systemUTC())
                .append(new LogEntry(LogKind.PARTY, Optional.empty(), Optional.empty(), Map.of(), List.of()));
        return entry;
    }

    /** Sequences and publishes once, and gives the size of the newest checkpoint; empty when that did not work. */
    public Optional<Long> turn() {
        sequencer.turn();
        return sequencer.failure().isEmpty()
                ? new CheckpointTable(jdbc).latest().map(latest -> latest.checkpoint()
                        .size())
                : Optional.empty();
    }

    /** What keeps it from publishing; empty when nothing does. */
    public String failure() {
        return sequencer.failure();
    }

    @Override
    public void close() {
        committer.close();
    }
}

package nl.sluiswachter.transferlog.timestamp;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.kernel.crypto.TimeStampRefused;
import nl.sluiswachter.kernel.crypto.TimeStamps;
import nl.sluiswachter.transferlog.entry.Origin;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.sql.TurnTable;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.witness.BoundedPost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the newest checkpoint stamped once in a while. What is stamped is the SHA-256 of the text of its note, without the
 * signatures. Called again and again; an authority that does not answer is asked again after a while.
 */
public final class Stamping {

    private static final Logger LOG = LoggerFactory.getLogger(Stamping.class);
    private static final String TYPE = "application/timestamp-query";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int OK = 200;

    private final URI authority;
    private final TimeStamps stamps;
    private final BoundedPost connection;
    private final Duration every;
    private final CheckpointTable checkpoints;
    private final TimeStampTable table;
    private final TurnTable turns;
    private final Clock clock;
    private volatile String failure = "";

    /** @param every how often a checkpoint is stamped, by all instances together */
    Stamping(
            URI authority,
            TimeStamps stamps,
            BoundedPost connection,
            Duration every,
            CheckpointTable checkpoints,
            TimeStampTable table,
            TurnTable turns,
            Clock clock) {
        this.authority = authority;
        this.stamps = stamps;
        this.connection = connection;
        this.every = every;
        this.checkpoints = checkpoints;
        this.table = table;
        this.turns = turns;
        this.clock = clock;
    }

    /** What is stamped of a checkpoint. */
    public static byte[] hash(Checkpoint checkpoint) {
        return Sha256.of(checkpoint.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Asks when it is time to. */
    public void turn() {
        checkpoints
                .published()
                .map(SignedCheckpoint::checkpoint)
                .filter(this::isDue)
                .ifPresent(this::stamp);
    }

    /** Why there was no stamp when one was asked for last; empty when there was. */
    public String failure() {
        return failure;
    }

    private boolean isDue(Checkpoint checkpoint) {
        Instant now = clock.instant();
        int epoch = Origin.parse(checkpoint.origin()).orElseThrow().epoch();
        boolean isEarly = table.last(epoch, now.plus(SKEW))
                .filter(last -> last.plus(every).isAfter(now))
                .isPresent();
        return !isEarly && !table.has(epoch, checkpoint.size()) && turns.take("timestamp", now, PAUSE);
    }

    private void stamp(Checkpoint checkpoint) {
        try {
            byte[] request = stamps.request(hash(checkpoint));
            BoundedPost.Answer answer = connection.send(authority, TYPE, request);
            if (answer.status() != OK) {
                fail("It answers with status " + answer.status() + ".");
                return;
            }
            TimeStamps.Stamp stamp = stamps.read(request, answer.body());
            if (stamp.at().isAfter(clock.instant().plus(SKEW))) {
                fail("It says a time that has not come.");
                return;
            }
            table.store(checkpoint, stamp);
            failure = "";
        } catch (TimeStampRefused e) {
            fail(e.getMessage());
        } catch (TimeoutException e) {
            fail("It does not answer in time.");
        } catch (IOException e) {
            fail("It cannot be reached.");
        }
    }

    private void fail(String why) {
        if (!why.equals(failure)) {
            LOG.warn("The time-stamp authority gave no stamp: {}", why);
        }
        failure = why;
    }
}

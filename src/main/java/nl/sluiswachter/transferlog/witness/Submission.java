package nl.sluiswachter.transferlog.witness;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import nl.sluiswachter.transferlog.merkle.AddCheckpoint;
import nl.sluiswachter.transferlog.merkle.Cosignature;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.merkle.TreeReader;

/** Brings one checkpoint to one witness. */
final class Submission {

    /** How far the clock of a witness may be from ours. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String TYPE = "text/plain; charset=utf-8";

    private final Witness witness;
    private final BoundedPost connection;
    private final Tiles tiles;
    private final Clock clock;

    Submission(Witness witness, BoundedPost connection, Tiles tiles, Clock clock) {
        this.witness = witness;
        this.connection = connection;
        this.tiles = tiles;
        this.clock = clock;
    }

    /**
     * Asks for a cosignature; once more where the witness names another size than the one told.
     *
     * @param known size of our tree that the witness cosigned last, as far as we know
     * @return another size only when it is larger than our tree
     */
    Answer submit(SignedCheckpoint checkpoint, long known) {
        Answer first = ask(checkpoint, known);
        if (!(first instanceof Answer.OtherSize other)) {
            return first;
        }
        long size = checkpoint.checkpoint().size();
        if (other.size() > size) {
            return other;
        }
        if (other.size() == known) {
            return new Answer.Refused(known == size ? Failure.FORKED : Failure.BAD_ANSWER);
        }
        Answer second = ask(checkpoint, other.size());
        if (!(second instanceof Answer.OtherSize again)) {
            return second;
        }
        boolean forked = other.size() == size && again.size() == size;
        return new Answer.Refused(forked ? Failure.FORKED : Failure.OVERTAKEN);
    }

    private Answer ask(SignedCheckpoint checkpoint, long known) {
        try {
            TreeReader tree = new TreeReader(tiles, checkpoint.checkpoint().size());
            byte[] body = new AddCheckpoint(tree.consistency(known), checkpoint).bytes();
            return timely(
                    Answer.read(connection.send(witness.submission(), TYPE, body), checkpoint, witness.verifier()));
        } catch (MissingTile e) {
            return new Answer.Refused(Failure.OWN_TILES_MISSING);
        } catch (TimeoutException e) {
            return new Answer.Refused(Failure.TIMED_OUT);
        } catch (IOException e) {
            return new Answer.Refused(Failure.UNREACHABLE);
        }
    }

    private Answer timely(Answer answer) {
        if (answer instanceof Answer.Cosigned cosigned) {
            long apart = Math.abs(Cosignature.seconds(cosigned.signature()).orElseThrow()
                    - clock.instant().getEpochSecond());
            return apart <= TOLERANCE.toSeconds() ? answer : new Answer.Refused(Failure.WRONG_TIME);
        }
        return answer;
    }
}

package nl.sluiswachter.delivery;

import java.util.Optional;

/** What came of one push. */
sealed interface PushOutcome {

    /** The receiver has the message: status 2xx; in its answer it may have acknowledged at once. */
    record Taken(Optional<Acknowledgement> acknowledgement) implements PushOutcome {}

    /** The receiver may not have the message. */
    record Failed(Failure failure) implements PushOutcome {}
}

package nl.sluiswachter.console.transfers;

import java.util.List;
import nl.sluiswachter.transferlog.search.Found;

/**
 * What the log says of one transfer.
 *
 * @param decision by which it began
 * @param steps what became of it, the oldest first
 * @param looks who looked at it, the newest first
 * @param related decisions on other transfers of the case, the newest first
 * @param more whether there are more related ones
 */
record Story(Found decision, List<Found> steps, List<Found> looks, List<Found> related, boolean more) {

    Story {
        steps = List.copyOf(steps);
        looks = List.copyOf(looks);
        related = List.copyOf(related);
    }

    TransferState state() {
        return TransferState.of(decision, steps);
    }
}

package nl.sluiswachter.verifier;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * By what the gateway finds an entry. It stands in the entry too; somebody who changes it beside the entry hides the entry
 * from searches and reports, or has it found as something else.
 *
 * @param outcome PERMIT or DENY; null where nothing was decided
 * @param reason code of the first reason; null where there is none
 */
record Filed(
        String kind,
        String recordedAt,
        UUID transferId,
        String sender,
        String receiver,
        String exchangeType,
        String outcome,
        String reason) {

    /** What of it is not what the entry says; empty when all of it is. */
    Optional<String> differing(Entry entry) throws Unreadable {
        if (!Objects.equals(kind, entry.kind())) {
            return Optional.of("kind");
        }
        if (!Entry.time(recordedAt).equals(entry.at())) {
            return Optional.of("time");
        }
        if (!Objects.equals(transferId, entry.transferId())) {
            return Optional.of("transfer");
        }
        if (!Objects.equals(sender, entry.actor()) || !Objects.equals(receiver, entry.knownReceiver())) {
            return Optional.of("party");
        }
        if (!Objects.equals(exchangeType, entry.exchangeType())) {
            return Optional.of("exchange type");
        }
        if (!Objects.equals(outcome, entry.outcome())) {
            return Optional.of("outcome");
        }
        return entry.gives(reason) ? Optional.empty() : Optional.of("reason");
    }
}

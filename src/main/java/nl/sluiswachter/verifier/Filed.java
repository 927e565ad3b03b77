package nl.sluiswachter.verifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * By what the gateway finds an entry. It stands in the entry too; somebody who changes it beside the entry hides the entry
 * from searches and reports, or has it found as something else.
 *
 * @param entryId its own; null where the line is of an older export
 * @param outcome PERMIT or DENY; null where nothing was decided
 * @param reason code of the first reason; null where there is none
 * @param otherReasons codes of the others in their order, with a space between; null where there are none
 * @param caseKey the case, blinded: the entry does not say it, and commits to it
 */
record Filed(
        UUID entryId,
        String kind,
        String recordedAt,
        UUID transferId,
        String sender,
        String receiver,
        String exchangeType,
        String outcome,
        String reason,
        String otherReasons,
        UUID transactionId,
        UUID traceId,
        UUID caseKey) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** From the columns that an archive keeps of an entry. */
    static Filed ofColumns(String json, String kind, String recordedAt) throws Unreadable {
        try {
            return of(JSON.readValue(json, new TypeReference<Map<String, String>>() {}), kind, recordedAt);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Unreadable("Its columns are no row of the log.");
        }
    }

    private static Filed of(Map<String, String> columns, String kind, String recordedAt) {
        return new Filed(
                id(columns.get("entry_id")),
                kind,
                recordedAt,
                id(columns.get("transfer_id")),
                columns.get("sender"),
                columns.get("receiver"),
                columns.get("exchange_type"),
                columns.get("outcome"),
                columns.get("reason"),
                columns.get("other_reasons"),
                id(columns.get("transaction_id")),
                id(columns.get("trace_id")),
                id(columns.get("case_key")));
    }

    private static UUID id(String text) {
        return text == null ? null : UUID.fromString(text);
    }

    /** What of it is not what the entry says; empty when all of it is. */
    Optional<String> differing(Entry entry) throws Unreadable {
        if (entryId != null && !entryId.equals(entry.entryId())) {
            return Optional.of("number");
        }
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
        return differingBeside(entry);
    }

    private Optional<String> differingBeside(Entry entry) throws Unreadable {
        if (!Objects.equals(exchangeType, entry.exchangeType())) {
            return Optional.of("exchange type");
        }
        if (!Objects.equals(outcome, entry.outcome())) {
            return Optional.of("outcome");
        }
        if (!Objects.equals(transactionId, entry.transactionId())) {
            return Optional.of("transaction");
        }
        if (!Objects.equals(traceId, entry.knownTrace())) {
            return Optional.of("trace");
        }
        return Objects.equals(reason, entry.reason()) && Objects.equals(otherReasons, entry.otherReasons())
                ? Optional.empty()
                : Optional.of("reason");
    }
}

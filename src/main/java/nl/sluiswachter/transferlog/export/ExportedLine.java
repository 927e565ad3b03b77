package nl.sluiswachter.transferlog.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * One entry of an export, in the order in which its members are written.
 *
 * @param index of its leaf; 0 where it has none
 * @param packed the entry as it is stored; null when it was destroyed after its term
 * @param seed null unless subjects are exported
 * @param subjects null unless they are exported
 * @param recordedAt of a destroyed entry, which does not say it itself any more
 * @param kind of a destroyed entry
 * @param filed by what the gateway finds it, which stands in the entry too; null for a destroyed one
 * @param hash beside the entry, which is that of its leaf
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportedLine(
        long index,
        int shard,
        long position,
        byte[] packed,
        byte[] seed,
        List<Subject> subjects,
        String recordedAt,
        String kind,
        Filed filed,
        byte[] hash) {

    /** Columns beside the entry, and the codes of table transfer_log_reason in their order; the key of the case only where subjects are exported. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filed(
            String entryId,
            String kind,
            String recordedAt,
            String transferId,
            String sender,
            String receiver,
            String exchangeType,
            String outcome,
            String reason,
            String otherReasons,
            String transactionId,
            String traceId,
            String caseKey) {}

    /** Whom the gateway finds the entry under, and as of when. */
    record Subject(String person, UUID key, String recordedAt) {}
}

package nl.sluiswachter.transferlog.proof;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * That decisions about one person stand in the log.
 *
 * @param verifierKey of the checkpoint (C2SP signed-note)
 * @param notYet transfers whose decision is under no published checkpoint yet
 */
public record SubjectProof(String verifierKey, List<Entry> entries, List<UUID> notYet) {

    public SubjectProof {
        entries = List.copyOf(entries);
        notYet = List.copyOf(notYet);
    }

    /**
     * One decision.
     *
     * @param content the exact bytes of the entry, or its hash where the entry tells of others
     * @param whole whether the content is the entry itself
     * @param salts by label, of the commitments to this person's own keys
     * @param proof C2SP tlog-proof
     */
    public record Entry(
            UUID transferId,
            int shard,
            long position,
            byte[] content,
            boolean whole,
            SortedMap<String, byte[]> salts,
            String proof) {}
}

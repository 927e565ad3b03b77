package nl.sluiswachter.verifier;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.LogProof;

/**
 * The proof that belongs to a resident's report, as {@code POST /v1/resident-reports} gives it.
 *
 * @param subject keys of the resident
 * @param verifierKey of the checkpoint that all proofs lead to
 * @param notYet transfers that no proof is in it for
 */
record ReportFile(String format, List<UUID> subject, String verifierKey, List<Proven> entries, List<UUID> notYet) {

    private static final String FORMAT = "sluiswachter/report-proof/1";

    /** Each salt of an entry is tried with each key, so that there may not be many of both. */
    private static final int MOST_KEYS = 16;

    private static final int MOST_SALTS = 1_000;
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(ReportFile.class);

    /**
     * One decision.
     *
     * @param entry the exact bytes; null where it tells of others
     * @param entryHash SHA-256 of the entry, in its place
     * @param salts by label, of the resident's own keys
     * @param proof C2SP tlog-proof
     */
    record Proven(
            UUID transferId,
            Integer shard,
            Long position,
            byte[] entry,
            byte[] entryHash,
            Map<String, byte[]> salts,
            String proof) {

        /** The hash that the leaf must have. */
        Hash hash() {
            return ProofFile.hash(entry, entryHash);
        }

        /** The proof that the leaf is in the tree of a checkpoint. */
        LogProof logProof() throws Unreadable {
            return ProofFile.logProof(proof);
        }

        private boolean isComplete() {
            boolean oneOfBoth = (entry == null) != (entryHash == null);
            return oneOfBoth
                    && (entryHash == null || entryHash.length == Hash.LENGTH)
                    && Stream.of(transferId, shard, position, salts, proof).allMatch(Objects::nonNull)
                    && salts.values().stream().allMatch(Objects::nonNull);
        }
    }

    /** Reads it strictly: these members and no others. */
    static ReportFile parse(byte[] bytes) throws Unreadable {
        ReportFile file;
        try {
            file = READER.readValue(bytes);
        } catch (IOException e) {
            throw new Unreadable(
                    "The proof of a report is one JSON object with the members of sluiswachter/report-proof/1 and no others.");
        }
        if (file == null || !FORMAT.equals(file.format)) {
            throw new Unreadable("The format of the proof of a report is sluiswachter/report-proof/1.");
        }
        boolean complete = Stream.of(file.subject, file.verifierKey, file.entries, file.notYet)
                        .allMatch(Objects::nonNull)
                && file.subject.stream().allMatch(Objects::nonNull)
                && file.notYet.stream().allMatch(Objects::nonNull)
                && file.entries.stream().allMatch(entry -> entry != null && entry.isComplete());
        if (!complete) {
            throw new Unreadable(
                    "The proof of a report has a subject, a key, and entries with a place, salts and a proof;"
                            + " of each entry the bytes, or in their place a hash of 32 bytes.");
        }
        file.refuseTooMuch();
        return file;
    }

    /** All that it speaks of, with proof and without. */
    List<UUID> transfers() {
        return Stream.concat(entries.stream().map(Proven::transferId), notYet.stream())
                .toList();
    }

    private void refuseTooMuch() throws Unreadable {
        int salts = entries.stream().mapToInt(entry -> entry.salts.size()).sum();
        if (subject.size() > MOST_KEYS || salts > MOST_SALTS) {
            throw new Unreadable("The proof of a report has at most 16 keys of the person and 1,000 salts.");
        }
    }
}

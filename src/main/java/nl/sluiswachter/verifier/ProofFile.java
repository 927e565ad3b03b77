package nl.sluiswachter.verifier;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.transferlog.merkle.LogProof;
import nl.sluiswachter.transferlog.merkle.Malformed;

/**
 * One self-contained file about one transfer, as {@code GET /v1/transfers/{id}/proof} gives it.
 *
 * @param transferId whose decision the entry is
 * @param shard of the entry, with its position
 * @param entry the exact bytes
 * @param salts by label, for what the holder of the file knows itself
 * @param proof C2SP tlog-proof: index, inclusion proof, checkpoint with all its signatures
 * @param verifierKey of the checkpoint
 * @param receipt compact JWS; null for a receiver, and when it is not kept any more
 * @param receiptKey JWK; null without receipt
 */
record ProofFile(
        String format,
        UUID transferId,
        Integer shard,
        Long position,
        byte[] entry,
        Map<String, byte[]> salts,
        String proof,
        String verifierKey,
        String receipt,
        JsonNode receiptKey) {

    static final String FORMAT = "sluiswachter/proof/1";

    /** Largest file: an entry may be large, the rest is small. */
    static final int LIMIT = 4 * 1024 * 1024;

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(ProofFile.class);

    /** Reads it strictly: these members and no others. */
    static ProofFile parse(byte[] bytes) throws Unreadable {
        if (bytes.length > LIMIT) {
            throw new Unreadable("A proof file has at most 4 MiB.");
        }
        ProofFile file;
        try {
            file = READER.readValue(bytes);
        } catch (IOException e) {
            throw new Unreadable(
                    "A proof file is one JSON object with the members of sluiswachter/proof/1 and no others.");
        }
        if (file == null || !FORMAT.equals(file.format)) {
            throw new Unreadable("The format of a proof file is sluiswachter/proof/1.");
        }
        file.refuseIncomplete();
        return file;
    }

    private void refuseIncomplete() throws Unreadable {
        boolean complete = Stream.of(transferId, shard, position, entry, salts, proof, verifierKey)
                .allMatch(member -> member != null);
        if (!complete) {
            throw new Unreadable("A proof file has a transfer, a place, an entry, salts, a proof and a key.");
        }
        if ((receipt == null) != (receiptKey == null)) {
            throw new Unreadable("A proof file has a receipt with its key, or neither.");
        }
    }

    /** The proof that the leaf is in the tree of a checkpoint. */
    LogProof logProof() throws Unreadable {
        try {
            return LogProof.parse(proof.getBytes(StandardCharsets.UTF_8));
        } catch (Malformed e) {
            throw new Unreadable(e.getMessage());
        }
    }

    /** The keys for the receipt in it. */
    List<ReceiptKey> receiptKeys() throws Unreadable {
        return List.of(ReceiptKey.of(receiptKey));
    }
}

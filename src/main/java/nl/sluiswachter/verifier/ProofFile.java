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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.LogProof;
import nl.sluiswachter.transferlog.merkle.Malformed;

/**
 * One self-contained file about one transfer, as {@code GET /v1/transfers/{id}/proof} gives it.
 *
 * @param transferId whose decision the entry is
 * @param shard of the entry, with its position
 * @param entry the exact bytes; null for a receiver, who may not read what was left out
 * @param entryHash SHA-256 of the entry, in its place
 * @param salts by label, for what the holder of the file knows itself
 * @param proof C2SP tlog-proof: index, inclusion proof, checkpoint with all its signatures
 * @param verifierKey of the checkpoint
 * @param receipt compact JWS; null when it is not kept any more
 * @param receiptKey JWK; null without receipt
 */
record ProofFile(
        String format,
        UUID transferId,
        Integer shard,
        Long position,
        byte[] entry,
        byte[] entryHash,
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
        if (Stream.of(transferId, shard, position, salts, proof, verifierKey).anyMatch(Objects::isNull)) {
            throw new Unreadable("A proof file has a transfer, a place, salts, a proof and a key.");
        }
        if ((entry == null) == (entryHash == null) || entryHash != null && entryHash.length != Hash.LENGTH) {
            throw new Unreadable("A proof file has an entry, or in its place a hash of 32 bytes.");
        }
        if ((receipt == null) != (receiptKey == null)) {
            throw new Unreadable("A proof file has a receipt with its key, or neither.");
        }
        if (entry == null && receipt == null) {
            throw new Unreadable("A proof file without the entry has a receipt.");
        }
    }

    /** The hash that the leaf must have. */
    Hash hash() {
        return hash(entry, entryHash);
    }

    /** That of the entry, or the one given in its place. */
    static Hash hash(byte[] entry, byte[] entryHash) {
        return entry == null ? Hash.of(entryHash) : EntryHash.of(entry);
    }

    /** The proof that the leaf is in the tree of a checkpoint. */
    LogProof logProof() throws Unreadable {
        return logProof(proof);
    }

    /** Reads a C2SP tlog-proof. */
    static LogProof logProof(String proof) throws Unreadable {
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

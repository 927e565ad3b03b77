package nl.sluiswachter.transferlog.proof;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nl.sluiswachter.transferlog.LoggedTransfer;
import nl.sluiswachter.transferlog.Receipts;
import nl.sluiswachter.transferlog.TransferLog;
import nl.sluiswachter.transferlog.entry.EntryHash;

/**
 * One file with which somebody proves, without the gateway, what was decided on a transfer: the members of
 * {@code sluiswachter/proof/1}, empty as long as the decision is under no published checkpoint.
 */
public final class ProofFiles {

    private static final String FORMAT = "sluiswachter/proof/1";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** How many wait at once: each holds a place at its door meanwhile. Who comes above it is asked to come again, at once. */
    static final int MOST_WAITING = 8;

    private final TransferLog log;
    private final Proofs proofs;
    private final Receipts receipts;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    ProofFiles(TransferLog log, Proofs proofs, Receipts receipts) {
        this.log = log;
        this.proofs = proofs;
        this.receipts = receipts;
    }

    /** The entry itself, and the receipt as long as it is kept and its key is the present one. Waits two seconds at most. */
    public Optional<Map<String, Object>> forSender(UUID id) {
        return patiently(() -> proofs.forSender(id)).map(proof -> {
            Map<String, Object> file = entry(id, proof);
            log.receipt(id).ifPresent(jws -> receipts.keyOf(jws).ifPresent(key -> receipt(file, jws, key)));
            return file;
        });
    }

    /**
     * The entry names what was left out, which a receiver may not know: it gets the hash, and a statement of its own. Waits two
     * seconds at most.
     */
    public Optional<Map<String, Object>> forReceiver(LoggedTransfer transfer) {
        UUID id = transfer.transferId();
        return patiently(() -> proofs.forReceiver(id)).map(proof -> {
            Map<String, Object> file = file(id, proof);
            byte[] hash = EntryHash.of(proof.entry()).bytes();
            file.put("entryHash", hash);
            Optional<byte[]> payload = Optional.ofNullable(proof.commitments().get("payload"));
            String statement =
                    receipts.forReceiver(transfer, transfer.receiver().orElseThrow(), hash, payload);
            receipt(file, statement, receipts.keyOf(statement).orElseThrow());
            return file;
        });
    }

    /**
     * For whoever accounts for the log: the entry itself, with nothing by which what was sent or left out could be tried. Does not
     * wait.
     */
    public Optional<Map<String, Object>> forOfficer(UUID id) {
        return ready(proofs.forOfficer(id)).map(proof -> entry(id, proof));
    }

    private Optional<TransferProof.Ready> patiently(Supplier<TransferProof> proofs) {
        Optional<TransferProof.Ready> proof = ready(proofs.get());
        if (proof.isPresent() || !waiting.tryAcquire()) {
            return proof;
        }
        try {
            long start = System.nanoTime();
            while (proof.isEmpty() && System.nanoTime() - start < PATIENCE.toNanos()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                proof = ready(proofs.get());
            }
            return proof;
        } finally {
            waiting.release();
        }
    }

    private static Optional<TransferProof.Ready> ready(TransferProof proof) {
        return proof instanceof TransferProof.Ready ready ? Optional.of(ready) : Optional.empty();
    }

    private static void receipt(Map<String, Object> file, String jws, Map<String, Object> key) {
        file.put("receipt", jws);
        file.put("receiptKey", key);
    }

    private static Map<String, Object> entry(UUID id, TransferProof.Ready proof) {
        Map<String, Object> file = file(id, proof);
        file.put("entry", proof.entry());
        return file;
    }

    private static Map<String, Object> file(UUID id, TransferProof.Ready proof) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("transferId", id.toString());
        file.put("shard", proof.shard());
        file.put("position", proof.position());
        file.put("salts", proof.salts());
        file.put("proof", proof.proof());
        file.put("verifierKey", proof.verifierKey());
        return file;
    }
}

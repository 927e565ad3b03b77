package nl.sluiswachter.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nl.sluiswachter.transferlog.LoggedTransfer;
import nl.sluiswachter.transferlog.Receipts;
import nl.sluiswachter.transferlog.TransferLog;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.proof.Proofs;
import nl.sluiswachter.transferlog.proof.TransferProof;

/** {@code GET /v1/transfers/{id}/proof}: one file with which its parties prove, without the gateway, what was decided. */
public final class ProofEndpoint {

    private static final String FORMAT = "sluiswachter/proof/1";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String RETRY_AFTER_SECONDS = "1";

    private final TransferLog log;
    private final Proofs proofs;
    private final Receipts receipts;
    private final StrictJson json;

    ProofEndpoint(TransferLog log, Proofs proofs, Receipts receipts, StrictJson json) {
        this.log = log;
        this.proofs = proofs;
        this.receipts = receipts;
        this.json = json;
    }

    /**
     * The proof; 202 when the decision is not under a checkpoint within two seconds.
     *
     * @throws ProblemException 404 for others than its parties
     */
    public Answer prove(Request request) {
        LoggedTransfer transfer = new OwnTransfers(log).visible(request);
        UUID id = transfer.transferId();
        boolean isSender = transfer.sender().equals(request.caller().oin());
        TransferProof proof = patiently(() -> isSender ? proofs.forSender(id) : proofs.forReceiver(id));
        if (proof instanceof TransferProof.Ready ready) {
            Map<String, Object> file = isSender ? forSender(id, ready) : forReceiver(transfer, ready);
            return Answer.json(200, json.write(file));
        }
        byte[] body = json.write(Map.of("transferId", id.toString(), "state", "NOT_PUBLISHED"));
        return new Answer(202, "application/json", Map.of("Retry-After", RETRY_AFTER_SECONDS), body);
    }

    private static TransferProof patiently(Supplier<TransferProof> proofs) {
        long start = System.nanoTime();
        TransferProof proof = proofs.get();
        while (proof instanceof TransferProof.NotYet && System.nanoTime() - start < PATIENCE.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            proof = proofs.get();
        }
        return proof;
    }

    /** The entry itself, and the receipt as long as it is kept and its key is the present one. */
    private Map<String, Object> forSender(UUID id, TransferProof.Ready proof) {
        Map<String, Object> file = file(id, proof);
        file.put("entry", proof.entry());
        log.receipt(id).ifPresent(jws -> receipts.keyOf(jws).ifPresent(key -> receipt(file, jws, key)));
        return file;
    }

    /** The entry names what was left out, which a receiver may not know: it gets the hash, and a statement of its own. */
    private Map<String, Object> forReceiver(LoggedTransfer transfer, TransferProof.Ready proof) {
        Map<String, Object> file = file(transfer.transferId(), proof);
        byte[] hash = EntryHash.of(proof.entry()).bytes();
        file.put("entryHash", hash);
        Optional<byte[]> payload = Optional.ofNullable(proof.commitments().get("payload"));
        String statement = receipts.forReceiver(transfer, transfer.receiver().orElseThrow(), hash, payload);
        receipt(file, statement, receipts.keyOf(statement).orElseThrow());
        return file;
    }

    private static void receipt(Map<String, Object> file, String jws, Map<String, Object> key) {
        file.put("receipt", jws);
        file.put("receiptKey", key);
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

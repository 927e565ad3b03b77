package nl.sluiswachter.api;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transferlog.LoggedTransfer;
import nl.sluiswachter.transferlog.TransferLog;
import nl.sluiswachter.transferlog.proof.ProofFiles;

/** {@code GET /v1/transfers/{id}/proof}: one file with which its parties prove, without the gateway, what was decided. */
public final class ProofEndpoint {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final TransferLog log;
    private final ProofFiles files;
    private final StrictJson json;

    ProofEndpoint(TransferLog log, ProofFiles files, StrictJson json) {
        this.log = log;
        this.files = files;
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
        Optional<Map<String, Object>> file =
                transfer.sender().equals(request.caller().oin()) ? files.forSender(id) : files.forReceiver(transfer);
        return file.map(members -> Answer.json(200, json.write(members))).orElseGet(() -> notYet(id));
    }

    private Answer notYet(UUID id) {
        byte[] body = json.write(Map.of("transferId", id.toString(), "state", "NOT_PUBLISHED"));
        return new Answer(202, "application/json", Map.of("Retry-After", RETRY_AFTER_SECONDS), body);
    }
}

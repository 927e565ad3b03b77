package nl.sluiswachter.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import nl.sluiswachter.transferlog.timestamp.TimeStampTable;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;

/** What the log publishes of its heads: checkpoints, who vouches for them, and the keys to verify them with. */
public final class LogHeads {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String TOKEN = "application/timestamp-token";
    private static final String OF_SIZE = "/checkpoint/";
    private static final String STAMP = "/timestamp/";

    private final CheckpointTable checkpoints;
    private final TimeStampTable stamps;
    private final CheckpointSigner signer;
    private final int quorum;

    /** @param quorum of witnesses, at least 1 */
    public LogHeads(CheckpointTable checkpoints, TimeStampTable stamps, CheckpointSigner signer, int quorum) {
        this.checkpoints = checkpoints;
        this.stamps = stamps;
        this.signer = signer;
        this.quorum = quorum;
    }

    /** A part, as it is served. */
    record Part(String type, byte[] bytes) {}

    /**
     * What stands at an address below {@code /log}; empty when it is none of these.
     *
     * @throws ProblemException when it is, and there is nothing
     */
    Optional<Part> find(String path) {
        return switch (path) {
            case "/checkpoint" -> text(latest().bytes());
            case "/witnessed-checkpoint" -> text(witnessed().bytes());
            case "/key" -> key(signer.verifierKey(latest().checkpoint()));
            case "/post-quantum-key" ->
                key(signer.postQuantumKey(latest().checkpoint()).orElseThrow(() -> none("This log is signed once.")));
            case "/timestamps" -> text(stamps().getBytes(StandardCharsets.US_ASCII));
            default -> ofSize(path);
        };
    }

    private Optional<Part> ofSize(String path) {
        if (path.startsWith(OF_SIZE)) {
            return text(checkpoints
                    .ofSize(size(path.substring(OF_SIZE.length())))
                    .orElseThrow(() -> none("No checkpoint of that size was published."))
                    .bytes());
        }
        if (path.startsWith(STAMP)) {
            byte[] token = stamps.find(size(path.substring(STAMP.length())))
                    .orElseThrow(
                            () -> none("The checkpoint of that size has no time stamp; /log/timestamps lists them."));
            return Optional.of(new Part(TOKEN, token));
        }
        return Optional.empty();
    }

    private SignedCheckpoint latest() {
        return checkpoints
                .latest()
                .orElseThrow(() -> none("The log has no checkpoint yet; the first entry makes one."));
    }

    private SignedCheckpoint witnessed() {
        return checkpoints
                .witnessed(quorum)
                .orElseThrow(() -> none("No checkpoint of this log has been cosigned by enough witnesses yet."));
    }

    private String stamps() {
        return stamps.newest().stream()
                .map(one -> one.size() + " " + one.at() + "\n")
                .collect(Collectors.joining());
    }

    private static long size(String text) {
        if (text.matches("0|[1-9][0-9]{0,17}")) {
            return Long.parseLong(text);
        }
        throw none("The size of a checkpoint is a decimal number.");
    }

    private static Optional<Part> text(byte[] bytes) {
        return Optional.of(new Part(TEXT, bytes));
    }

    private static Optional<Part> key(VerifierKey key) {
        return text((key.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException none(String detail) {
        return new ProblemException(Problem.of(404, "NOT_FOUND", "Not found", detail));
    }
}

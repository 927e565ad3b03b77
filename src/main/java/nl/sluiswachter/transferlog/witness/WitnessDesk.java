package nl.sluiswachter.transferlog.witness;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.AddCheckpoint;
import nl.sluiswachter.transferlog.merkle.CosignatureSigner;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.TrustPolicy;
import nl.sluiswachter.transferlog.merkle.WitnessDecision;
import nl.sluiswachter.transferlog.merkle.WitnessedTree;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This gateway as a witness: cosigns a checkpoint of a neighbour when it continues the one cosigned last, and never two trees
 * of one size. Any instance may answer: the tree is replaced only where it still is the one that was compared.
 */
public final class WitnessDesk {

    private static final int ATTEMPTS = 3;

    private final Map<String, TrustPolicy> neighbours;
    private final CosignatureSigner signer;
    private final WitnessedTable table;
    private final WitnessMemory memory;
    private final Clock clock;

    /**
     * @param neighbours by origin
     * @param memory of this node, beside the database
     */
    WitnessDesk(
            Map<String, TrustPolicy> neighbours,
            CosignatureSigner signer,
            JdbcClient jdbc,
            WitnessMemory memory,
            Clock clock) {
        this.neighbours = Map.copyOf(neighbours);
        this.signer = signer;
        this.table = new WitnessedTable(jdbc);
        this.memory = memory;
        this.clock = clock;
    }

    /** Answers the body of {@code add-checkpoint} (C2SP tlog-witness). */
    public DeskAnswer answer(byte[] body) {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (Malformed e) {
            return DeskAnswer.refused(400, e.getMessage());
        }
        TrustPolicy policy = neighbours.get(request.checkpoint().checkpoint().origin());
        if (policy == null) {
            return DeskAnswer.refused(404, "This witness does not know that log, or not this epoch of it.");
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<DeskAnswer> answer = answer(request, policy);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return DeskAnswer.refused(503, "Too many checkpoints of this log come at once.");
    }

    /** Empty when somebody else was faster. */
    private Optional<DeskAnswer> answer(AddCheckpoint request, TrustPolicy policy) {
        Optional<WitnessedTree> stored = table.find(policy.origin());
        WitnessedTree known = memory.newest(policy.origin(), stored).orElse(WitnessedTree.NONE);
        WitnessDecision decision = known.decide(request, policy);
        if (decision instanceof WitnessDecision.Cosign cosign) {
            return cosign(request, policy.origin(), stored, cosign.next());
        }
        if (decision instanceof WitnessDecision.Conflict conflict) {
            return Optional.of(DeskAnswer.otherSize(conflict.knownSize()));
        }
        if (decision instanceof WitnessDecision.Untrusted untrusted) {
            return Optional.of(DeskAnswer.refused(403, untrusted.why().sentence()));
        }
        return Optional.of(DeskAnswer.refused(422, "The proof does not lead from the tree cosigned last to this one."));
    }

    private Optional<DeskAnswer> cosign(
            AddCheckpoint request, String origin, Optional<WitnessedTree> stored, WitnessedTree next) {
        if (stored.filter(next::equals).isEmpty() && !table.replace(origin, stored, next, clock.instant())) {
            return Optional.empty();
        }
        memory.remember(origin, next);
        String line = request.checkpoint().cosign(signer).line();
        return Optional.of(DeskAnswer.cosigned(line.getBytes(StandardCharsets.UTF_8)));
    }
}

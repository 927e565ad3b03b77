package nl.sluiswachter.transferlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessedTreeTest {
    private final SomeTree old = SomeTree.of(300);
    private final SomeTree grown = SomeTree.of(1_000);
    private final WitnessedTree known = new WitnessedTree(300, old.edge.root());
    private final TrustPolicy log = SomeLog.policy(0);

    @Test
    void cosignsATreeThatFollows() throws Malformed {
        AddCheckpoint request = request(300, grown);

        assertThat(AddCheckpoint.parse(request.bytes())).isEqualTo(request);
        assertThat(known.decide(request, log)).isEqualTo(cosigned(grown));
        assertThat(WitnessedTree.NONE.decide(request(0, grown), log)).isEqualTo(cosigned(grown));
        assertThat(known.decide(request(300, old), log)).isEqualTo(cosigned(old));
    }

    @Test
    void namesTheSizeItKnows() {
        assertThat(known.decide(request(0, grown), log)).isEqualTo(new WitnessDecision.Conflict(300));
        assertThat(known.decide(request(299, grown), log)).isEqualTo(new WitnessDecision.Conflict(300));
        assertThat(new WitnessedTree(1_000, grown.edge.root()).decide(request(300, old), log))
                .isEqualTo(new WitnessDecision.Conflict(1_000));
    }

    @Test
    void refusesAnotherTreeOfTheSameSize() {
        WitnessedTree forked = new WitnessedTree(300, grown.edge.root());

        assertThat(forked.decide(request(300, old), log)).isEqualTo(new WitnessDecision.Conflict(300));
    }

    @Test
    void refusesATreeThatDoesNotFollow() {
        WitnessedTree forked = new WitnessedTree(300, SomeTree.of(299).edge.root());
        ConsistencyProof none = new ConsistencyProof(300, 1_000, List.of());
        ConsistencyProof tooMuch = new ConsistencyProof(300, 300, List.of(TreeHashing.EMPTY));

        assertThat(forked.decide(request(300, grown), log)).isEqualTo(new WitnessDecision.Inconsistent());
        assertThat(known.decide(new AddCheckpoint(none, SomeLog.signed(grown)), log))
                .isEqualTo(new WitnessDecision.Inconsistent());
        assertThat(known.decide(new AddCheckpoint(tooMuch, SomeLog.signed(old)), log))
                .isEqualTo(new WitnessDecision.Inconsistent());
    }

    @Test
    void refusesWhoItDoesNotKnow() {
        TrustPolicy other = new TrustPolicy("other.example", List.of(SomeLog.verifier(SomeLog.LOG_KEY)), List.of(), 0);
        SignerKey key = SignerKey.of(SomeLog.ORIGIN, Ed25519.NOTE, SomeLog.seed(8));
        TrustPolicy otherKey = new TrustPolicy(SomeLog.ORIGIN, List.of(SomeLog.verifier(key)), List.of(), 0);

        assertThat(known.decide(request(300, grown), other))
                .isEqualTo(new WitnessDecision.Untrusted(Distrust.OTHER_ORIGIN));
        assertThat(known.decide(request(300, grown), otherKey))
                .isEqualTo(new WitnessDecision.Untrusted(Distrust.UNKNOWN_SIGNER));
    }

    private static AddCheckpoint request(long oldSize, SomeTree tree) {
        return new AddCheckpoint(tree.reader().consistency(oldSize), SomeLog.signed(tree));
    }

    private static WitnessDecision cosigned(SomeTree tree) {
        return new WitnessDecision.Cosign(new WitnessedTree(tree.edge.size(), tree.edge.root()));
    }
}

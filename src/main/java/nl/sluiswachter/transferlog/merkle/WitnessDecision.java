package nl.sluiswachter.transferlog.merkle;

/** What a witness answers to add-checkpoint (C2SP tlog-witness), in the words of its statuses. */
public sealed interface WitnessDecision {

    /** 200 with the cosignature, once this tree is stored in place of the one known, in one atomic step. */
    record Cosign(WitnessedTree next) implements WitnessDecision {}

    /** 404 where the origin is not the one of the policy, else 403: no good signature of the log. */
    record Untrusted(Distrust why) implements WitnessDecision {}

    /** 409 with the size cosigned last: the old size is another, or the same size has another root. */
    record Conflict(long knownSize) implements WitnessDecision {}

    /** 422: the proof does not lead from the tree cosigned last to the one offered. */
    record Inconsistent() implements WitnessDecision {}
}

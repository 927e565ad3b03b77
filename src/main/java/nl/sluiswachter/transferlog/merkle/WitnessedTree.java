package nl.sluiswachter.transferlog.merkle;

/** What a witness remembers of one log: the tree it cosigned last. Replace it only where it is still the one decided on. */
public record WitnessedTree(long size, Hash root) {
    /** Of a log never cosigned before. */
    public static final WitnessedTree NONE = new WitnessedTree(0, TreeHashing.EMPTY);

    /** What to answer to a log whose origin and keys are those of the policy; origins not known are answered before. */
    public WitnessDecision decide(AddCheckpoint request, TrustPolicy log) {
        Checkpoint offered = request.checkpoint().checkpoint();
        if (log.check(request.checkpoint()) instanceof Trust.Refused refused) {
            return new WitnessDecision.Untrusted(refused.why());
        }
        ConsistencyProof proof = request.consistency();
        if (proof.oldSize() != size
                || proof.newSize() == size && !offered.root().equals(root)) {
            return new WitnessDecision.Conflict(size);
        }
        return proof.verifies(root, offered.root())
                ? new WitnessDecision.Cosign(new WitnessedTree(offered.size(), offered.root()))
                : new WitnessDecision.Inconsistent();
    }
}

package nl.sluiswachter.verifier;

import java.time.Instant;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.Follows;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Hash;

/**
 * A tree of an earlier moment that the log must begin with.
 *
 * @param name what sentences call it
 * @param at when somebody who is believed saw it; empty when only whoever kept it knows
 */
record Anchor(Checkpoint tree, String name, Optional<Instant> at) {

    /** That the log is at least as large; and where a new epoch began since, that it says so and what is left. */
    void requireRoom(Checkpoint head) throws Refuted {
        if (tree.origin().equals(head.origin())) {
            if (tree.size() > head.size()) {
                throw new Refuted("The log has %d leaves (root %s) and had %d when the %s was signed (root %s)."
                        .formatted(head.size(), head.root(), tree.size(), name, tree.root()));
            }
            requireSamePast(head);
            return;
        }
        Follows follows = Follows.of(head)
                .orElseThrow(() -> new Refuted("The %s is of %s and the log is %s, which does not say what it follows."
                        .formatted(name, tree.origin(), head.origin())));
        Checkpoint last = follows.last();
        boolean said = !last.origin().equals(tree.origin())
                || last.size() > tree.size()
                || last.size() == tree.size() && last.root().equals(tree.root());
        if (!said) {
            throw new Refuted(
                    "The %s of %s has %d leaves with root %s, and the new epoch says the last had %d with root %s."
                            .formatted(name, tree.origin(), tree.size(), tree.root(), last.size(), last.root()));
        }
        if (tree.size() > Math.min(follows.kept(), head.size())) {
            throw new Refuted(
                    "A new epoch began which keeps the first %d leaves of %s: of the %d leaves of the %s with root %s, the rest is gone."
                            .formatted(follows.kept(), tree.origin(), tree.size(), name, tree.root()));
        }
    }

    /** What an epoch follows is said in each of its checkpoints; a line on paper says it of none. */
    private void requireSamePast(Checkpoint head) throws Refuted {
        Optional<Follows> said = Follows.of(tree);
        if (said.isPresent() && !said.equals(Follows.of(head))) {
            throw new Refuted("The log says another past than when the %s was signed, which said: %s."
                    .formatted(name, said.get().line()));
        }
    }

    /** That the leaves up to its size, which have this root, are its own. */
    void compare(Hash root) throws Refuted {
        if (!tree.root().equals(root)) {
            throw new Refuted(
                    "The first %d leaves were rewritten: they have root %s and had root %s when the %s was signed."
                            .formatted(tree.size(), root, tree.root(), name));
        }
    }

    Refuted differs(Checkpoint head) {
        return new Refuted("The log of %d leaves with root %s does not begin with the %d leaves of the %s with root %s."
                .formatted(head.size(), head.root(), tree.size(), name, tree.root()));
    }

    /** Once it was compared. */
    String statement() {
        return "It continues the %s of %d leaves with root %s.".formatted(name, tree.size(), tree.root());
    }

    /** What a checkpoint says of the epoch before its own. */
    static Optional<String> epoch(Checkpoint head) {
        return Follows.of(head)
                .map(follows ->
                        "A new epoch began: the last checkpoint of %s had %d leaves with root %s, and the first %d are kept."
                                .formatted(
                                        follows.last().origin(),
                                        follows.last().size(),
                                        follows.last().root(),
                                        follows.kept()));
    }
}

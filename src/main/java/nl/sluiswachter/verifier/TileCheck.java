package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Hash;

/**
 * Holds the tiles of a log against its leaves. Proofs are made of tiles: by one that was changed, a log that is whole is accused, or
 * nothing can be proven from it. Those of leaves were compared with their stretch; here are the few above them.
 */
final class TileCheck {

    private final LogSource source;
    private final List<TileRow> above = new ArrayList<>();
    private final Findings findings = new Findings(sentence -> {});
    private TileRow.Changed changed;

    TileCheck(LogSource source) {
        this.source = source;
    }

    /** The next stretch. */
    void take(Stretch stretch) throws IOException {
        findings.add(stretch.tiles().findings());
        if (changed == null) {
            changed = stretch.tiles().changedLeaf().orElse(null);
        }
        for (Hash root : stretch.roots()) {
            append(1, root);
        }
    }

    private void append(int level, Hash hash) throws IOException {
        if (level > above.size()) {
            above.add(new TileRow(source, level, 0));
        }
        Optional<Hash> root = above.get(level - 1).append(hash);
        if (root.isPresent()) {
            append(level + 1, root.get());
        }
    }

    /** There are no more leaves: what is begun is compared too. */
    void end() throws IOException {
        for (TileRow row : above) {
            row.end();
            findings.add(row.findings());
        }
    }

    /** The first leaf that its tile does not have; of no use unless the leaves do not give the root. */
    Optional<TileRow.Changed> changedLeaf() {
        return Optional.ofNullable(changed);
    }

    /** What is wrong with tiles, where the leaves give the root. */
    List<String> sentences() {
        return findings.sentences();
    }
}

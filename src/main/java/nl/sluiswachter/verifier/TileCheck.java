package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Frontier;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;

/**
 * Holds the tiles of a log against its leaves. Proofs are made of tiles: by one that was changed, a log that is whole is accused, or
 * nothing can be proven from it.
 */
final class TileCheck {

    private static final int FULL = TileAddress.FULL;

    private final LogSource source;
    private final List<Row> rows = new ArrayList<>();
    private final Findings findings = new Findings(sentence -> {});
    private Changed changed;

    TileCheck(LogSource source) {
        this.source = source;
    }

    /** The hashes of the tile of a level that is not full yet. */
    private static final class Row {
        private final List<Hash> hashes = new ArrayList<>(FULL);
        private long tile;
    }

    /**
     * A leaf with another hash than in its tile.
     *
     * @param stands what its tile has
     */
    record Changed(long leaf, Hash stands) {}

    /** The hash of the next leaf. */
    void append(Hash leaf) throws IOException {
        append(0, leaf);
    }

    /** There are no more leaves: what is begun is compared too. */
    void end() throws IOException {
        for (int level = 0; level < rows.size(); level++) {
            if (!rows.get(level).hashes.isEmpty()) {
                compare(level, rows.get(level));
            }
        }
    }

    /** The first leaf that its tile does not have; of no use unless the leaves do not give the root. */
    Optional<Changed> changedLeaf() {
        return Optional.ofNullable(changed);
    }

    /** What is wrong with tiles, where the leaves give the root. */
    List<String> sentences() {
        return findings.sentences();
    }

    private void append(int level, Hash hash) throws IOException {
        if (level == rows.size()) {
            rows.add(new Row());
        }
        Row row = rows.get(level);
        row.hashes.add(hash);
        if (row.hashes.size() == FULL) {
            compare(level, row);
            append(level + 1, root(row.hashes));
            row.hashes.clear();
            row.tile++;
        }
    }

    private static Hash root(List<Hash> hashes) {
        Frontier tree = Frontier.empty();
        hashes.forEach(tree::append);
        return tree.root();
    }

    private void compare(int level, Row row) throws IOException {
        TileAddress address = new TileAddress(level, row.tile, row.hashes.size());
        Optional<byte[]> stored = source.read(address.path(), FULL * Hash.LENGTH);
        if (stored.isEmpty()) {
            findings.add("The tile %s is gone.".formatted(address.path()));
            return;
        }
        try {
            compare(Tile.of(address, stored.get()), row);
        } catch (Malformed e) {
            findings.add("The tile %s was changed: it has %d bytes and not %d."
                    .formatted(address.path(), stored.get().length, address.bytes()));
        }
    }

    private void compare(Tile tile, Row row) {
        for (int place = 0; place < row.hashes.size(); place++) {
            Hash stands = tile.hash(place);
            Hash due = row.hashes.get(place);
            if (!stands.equals(due)) {
                note(tile.address(), place, stands);
                findings.add("The tile %s was changed: at place %d it has hash %s and the leaves give %s."
                        .formatted(tile.address().path(), place, stands, due));
            }
        }
    }

    private void note(TileAddress address, int place, Hash stands) {
        if (changed == null && address.level() == 0) {
            changed = new Changed(address.index() * FULL + place, stands);
        }
    }
}

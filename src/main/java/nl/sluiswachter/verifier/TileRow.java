package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;

/** Holds tiles of one level, which follow one another, against the hashes that they are due to have. */
final class TileRow {

    private static final int FULL = TileAddress.FULL;

    private final LogSource source;
    private final int level;
    private final Findings findings = new Findings(sentence -> {});
    private final byte[] due = new byte[FULL * Hash.LENGTH];
    private long tile;
    private int width;
    private Changed changed;

    /** @param tile number of the first of them */
    TileRow(LogSource source, int level, long tile) {
        this.source = source;
        this.level = level;
        this.tile = tile;
    }

    /**
     * A leaf with another hash than in its tile.
     *
     * @param stands what its tile has
     */
    record Changed(long leaf, Hash stands) {}

    /** The next hash; gives that of a tile which is full by it. */
    Optional<Hash> append(Hash hash) throws IOException {
        hash.copyTo(due, width++ * Hash.LENGTH);
        if (width < FULL) {
            return Optional.empty();
        }
        Optional<Hash> root = Optional.of(compare().root());
        tile++;
        width = 0;
        return root;
    }

    /** There are no more: what is begun is compared too. */
    void end() throws IOException {
        if (width > 0) {
            compare();
        }
    }

    /** The first leaf that its tile does not have. */
    Optional<Changed> changedLeaf() {
        return Optional.ofNullable(changed);
    }

    Findings findings() {
        return findings;
    }

    private Tile compare() throws IOException {
        Tile made = Tile.copying(new TileAddress(level, tile, width), due);
        Optional<byte[]> stored = source.read(made.address().path(), due.length);
        if (stored.isEmpty()) {
            findings.add("The tile %s is gone.".formatted(made));
        } else if (!Arrays.equals(stored.get(), made.bytes())) {
            tell(stored.get(), made);
        }
        return made;
    }

    private void tell(byte[] stored, Tile made) {
        try {
            Tile other = Tile.of(made.address(), stored);
            for (int place = 0; place < width; place++) {
                if (!other.hash(place).equals(made.hash(place))) {
                    note(place, other.hash(place));
                    findings.add("The tile %s was changed: at place %d it has hash %s and the leaves give %s."
                            .formatted(made, place, other.hash(place), made.hash(place)));
                }
            }
        } catch (Malformed e) {
            findings.add("The tile %s was changed: it has %d bytes and not %d."
                    .formatted(made, stored.length, made.address().bytes()));
        }
    }

    private void note(int place, Hash stands) {
        if (changed == null && level == 0) {
            changed = new Changed(tile * FULL + place, stands);
        }
    }
}

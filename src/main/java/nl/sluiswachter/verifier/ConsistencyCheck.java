package nl.sluiswachter.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.merkle.TreeReader;

/**
 * That one tree begins with others, from a few tiles (RFC 6962 section 2.1.2). Each tile is held against the one above it and all
 * against the root: only tiles that are those of this tree may accuse it.
 */
final class ConsistencyCheck {

    private static final int BYTES = TileAddress.FULL * Hash.LENGTH;

    private final LogSource source;
    private final Checkpoint head;
    private final Map<TileAddress, Tile> known = new HashMap<>();
    private Refuted changed;

    ConsistencyCheck(LogSource source, Checkpoint head) {
        this.source = source;
        this.head = head;
    }

    /** @param earlier all of them, so that a tile is read once */
    void run(List<Anchor> earlier) throws IOException, Refuted {
        try {
            TreeReader tree = new TreeReader(Tiles.oneByOne(this::tile), head.size());
            Hash root = tree.root();
            if (!root.equals(head.root())) {
                throw new Refuted(
                        "The tiles of the log give root %s and its checkpoint has %s: they prove nothing of it."
                                .formatted(root, head.root()));
            }
            for (Anchor anchor : earlier) {
                if (!tree.consistency(anchor.tree().size())
                        .verifies(anchor.tree().root(), head.root())) {
                    throw anchor.differs(head);
                }
            }
        } catch (MissingTile e) {
            throw changed == null ? new Refuted("A tile of the log that its checkpoint speaks of is gone.") : changed;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Optional<Tile> tile(TileAddress address) {
        if (!known.containsKey(address)) {
            read(address).filter(this::isAsTheOneAboveHasIt).ifPresent(tile -> known.put(address, tile));
        }
        return Optional.ofNullable(known.get(address));
    }

    /** One that is not full has none above it: the root is made of it. */
    private boolean isAsTheOneAboveHasIt(Tile tile) {
        if (!tile.address().isFull()) {
            return true;
        }
        TileAddress above = tile.address().above(head.size());
        Optional<Hash> due =
                tile(above).map(wider -> wider.hash((int) (tile.address().index() % TileAddress.FULL)));
        if (due.isPresent() && !due.get().equals(tile.root())) {
            changed = new Refuted("The tile %s was changed: its hashes give %s and the tile %s has %s."
                    .formatted(tile, tile.root(), above.path(), due.get()));
        }
        return due.isPresent() && changed == null;
    }

    private Optional<Tile> read(TileAddress address) {
        try {
            Optional<byte[]> bytes = source.read(address.path(), BYTES);
            return bytes.isEmpty() ? Optional.empty() : Optional.of(Tile.of(address, bytes.get()));
        } catch (Malformed e) {
            throw new UncheckedIOException(new Unreadable(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

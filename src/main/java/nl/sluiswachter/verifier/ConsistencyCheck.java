package nl.sluiswachter.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.ConsistencyProof;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.merkle.TreeReader;

/** That one tree begins with another, from a few tiles (RFC 6962 section 2.1.2). */
record ConsistencyCheck(LogSource source) {

    void run(Anchor earlier, Checkpoint head) throws IOException, Refuted {
        try {
            ConsistencyProof proof = new TreeReader(Tiles.oneByOne(this::tile), head.size())
                    .consistency(earlier.tree().size());
            if (!proof.verifies(earlier.tree().root(), head.root())) {
                throw earlier.differs(head);
            }
        } catch (MissingTile e) {
            throw new Refuted("A tile of the log that its checkpoint speaks of is gone.");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Optional<Tile> tile(TileAddress address) {
        try {
            Optional<byte[]> bytes = source.read(address.path(), address.bytes());
            return bytes.isEmpty() ? Optional.empty() : Optional.of(Tile.of(address, bytes.get()));
        } catch (Malformed e) {
            throw new UncheckedIOException(new Unreadable(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package nl.sluiswachter.transferlog.merkle;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where tiles are read: a table, a folder, another log's web pages. What it returns need not be trusted. */
@FunctionalInterface
public interface Tiles {

    /**
     * The tiles asked for, in the same order and in one go. For a partial tile the wider one of the same level and index
     * may be returned.
     *
     * @throws MissingTile when one of them is not there
     */
    List<Tile> read(List<TileAddress> addresses);

    /** Tiles that are read one by one. */
    static Tiles oneByOne(Function<TileAddress, Optional<Tile>> source) {
        return addresses -> addresses.stream()
                .map(address -> source.apply(address).orElseThrow(() -> new MissingTile(address)))
                .toList();
    }
}

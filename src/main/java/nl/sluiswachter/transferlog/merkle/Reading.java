package nl.sluiswachter.transferlog.merkle;

import java.util.List;

/** Tiles as asked for, or an error: a source is not trusted to keep its contract. */
final class Reading {

    private Reading() {}

    static List<Tile> exactly(Tiles tiles, List<TileAddress> asked) {
        List<Tile> found = asked.isEmpty() ? List.of() : tiles.read(asked);
        for (int i = 0; i < asked.size(); i++) {
            if (i >= found.size() || !answers(asked.get(i), found.get(i).address())) {
                throw new MissingTile(asked.get(i));
            }
        }
        return found;
    }

    private static boolean answers(TileAddress asked, TileAddress found) {
        return found.level() == asked.level() && found.index() == asked.index() && found.width() >= asked.width();
    }
}

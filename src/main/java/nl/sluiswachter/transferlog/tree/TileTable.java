package nl.sluiswachter.transferlog.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_tile. */
public final class TileTable implements Tiles {

    private static final String READ =
            """
            select level, tile_index, width, hashes
              from log_tile join unnest(:levels, :indexes) as asked (level, tile_index) using (level, tile_index)
            """;
    private static final String STORE =
            """
            insert into log_tile (level, tile_index, width, hashes)
            select * from unnest(:levels, :indexes, :widths, :hashes)
                on conflict (level, tile_index) do update set width = excluded.width, hashes = excluded.hashes
            """;
    private static final String GROW = STORE + " where log_tile.width < excluded.width";

    private final JdbcClient jdbc;

    public TileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(int level, long index) {}

    @Override
    public List<Tile> read(List<TileAddress> addresses) {
        Map<Place, Tile> found = new HashMap<>();
        if (!addresses.isEmpty()) {
            jdbc.sql(READ)
                    .param("levels", SqlArray.of("int2", addresses, TileAddress::level))
                    .param("indexes", SqlArray.of("int8", addresses, TileAddress::index))
                    .query((row, number) -> tile(
                            new TileAddress(row.getInt("level"), row.getLong("tile_index"), row.getInt("width")),
                            row.getBytes("hashes")))
                    .list()
                    .forEach(tile -> found.put(
                            new Place(tile.address().level(), tile.address().index()), tile));
        }
        return addresses.stream().map(address -> wideEnough(found, address)).toList();
    }

    private static Tile wideEnough(Map<Place, Tile> found, TileAddress address) {
        Tile tile = found.get(new Place(address.level(), address.index()));
        if (tile == null || tile.address().width() < address.width()) {
            throw new MissingTile(address);
        }
        return tile;
    }

    /** Stores tiles that are new or have grown. */
    void store(List<Tile> tiles) {
        store(GROW, tiles);
    }

    /** Stores tiles, whatever stands in their place. */
    void replace(List<Tile> tiles) {
        store(STORE, tiles);
    }

    private void store(String sql, List<Tile> tiles) {
        jdbc.sql(sql)
                .param("levels", SqlArray.of("int2", tiles, tile -> tile.address()
                        .level()))
                .param("indexes", SqlArray.of("int8", tiles, tile -> tile.address()
                        .index()))
                .param("widths", SqlArray.of("int2", tiles, tile -> tile.address()
                        .width()))
                .param("hashes", SqlArray.bytes(tiles, Tile::bytes))
                .update();
    }

    private static Tile tile(TileAddress address, byte[] hashes) {
        try {
            return Tile.of(address, hashes);
        } catch (Malformed e) {
            throw new TreeDamaged("A stored tile has not the size of its width: see log rebuild-tree");
        }
    }
}

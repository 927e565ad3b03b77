package nl.sluiswachter.transferlog.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.EntryBundle;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_bundle: the leaves themselves. */
public final class BundleTable {

    private static final int FULL = TileAddress.FULL;
    private static final String READ = "select width, leaves from log_bundle where bundle_index = :index";
    private static final String STORE =
            """
            insert into log_bundle (bundle_index, width, leaves)
            select * from unnest(:indexes, :widths, :leaves)
                on conflict (bundle_index) do update set width = excluded.width, leaves = excluded.leaves
             where log_bundle.width < excluded.width
            """;

    private final JdbcClient jdbc;

    public BundleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The leaves of a bundle as far as the address goes; empty when there are not so many. */
    public Optional<byte[]> find(BundleAddress address) {
        return stored(address.index())
                .filter(leaves -> leaves.size() >= address.width())
                .map(leaves -> EntryBundle.encode(leaves.subList(0, address.width())));
    }

    /** Adds leaves behind the first {@code size}. */
    void append(long size, List<byte[]> leaves) {
        int begun = (int) (size % FULL);
        List<byte[]> all = new ArrayList<>();
        if (begun > 0) {
            all.addAll(stored(size / FULL).orElseThrow().subList(0, begun));
        }
        all.addAll(leaves);
        long first = size / FULL;
        List<Bundle> bundles = new ArrayList<>();
        for (int from = 0; from < all.size(); from += FULL) {
            List<byte[]> part = all.subList(from, Math.min(from + FULL, all.size()));
            bundles.add(new Bundle(first + from / FULL, part.size(), EntryBundle.encode(part)));
        }
        jdbc.sql(STORE)
                .param("indexes", SqlArray.of("int8", bundles, Bundle::index))
                .param("widths", SqlArray.of("int2", bundles, Bundle::width))
                .param("leaves", SqlArray.bytes(bundles, Bundle::bytes))
                .update();
    }

    private record Bundle(long index, int width, byte[] bytes) {}

    private Optional<List<byte[]>> stored(long index) {
        return jdbc.sql(READ)
                .param("index", index)
                .query((row, number) -> decode(row.getBytes("leaves"), row.getInt("width")))
                .optional();
    }

    private static List<byte[]> decode(byte[] leaves, int width) {
        try {
            return EntryBundle.decode(leaves, width);
        } catch (Malformed e) {
            throw new IllegalStateException("A stored bundle has not as many leaves as it says", e);
        }
    }
}

package nl.sluiswachter.transferlog.merkle;

/** Where the entries of one level 0 tile are (C2SP tlog-tiles): up to 256 entries, fewer in the last bundle of a tree. */
public record BundleAddress(long index, int width) {
    private static final String PREFIX = "tile/entries/";

    public BundleAddress {
        leaves(index, width);
    }

    /** Reads {@code tile/entries/<index>[.p/<width>]}, without a slash in front. */
    public static BundleAddress parse(String path) throws Malformed {
        if (!path.startsWith(PREFIX)) {
            throw new Malformed(Malformation.BUNDLE_PATH);
        }
        TilePath rest = TilePath.parse(path.substring(PREFIX.length()))
                .orElseThrow(() -> new Malformed(Malformation.BUNDLE_PATH));
        try {
            return new BundleAddress(rest.index(), rest.width());
        } catch (IllegalArgumentException e) {
            throw new Malformed(Malformation.TILE_OUTSIDE_ANY_TREE);
        }
    }

    /** The tile with the leaf hashes of these entries. */
    public TileAddress leaves() {
        return leaves(index, width);
    }

    /** The number of the first entry in the log. */
    public long firstEntry() {
        return index * TileAddress.FULL;
    }

    /** {@code tile/entries/<index>[.p/<width>]}. */
    public String path() {
        return PREFIX + new TilePath(index, width).text();
    }

    private static TileAddress leaves(long index, int width) {
        return new TileAddress(0, index, width);
    }
}

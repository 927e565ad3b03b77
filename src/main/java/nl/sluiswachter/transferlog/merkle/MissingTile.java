package nl.sluiswachter.transferlog.merkle;

/** A tile that a tree of the stated size must have is not there. */
public final class MissingTile extends RuntimeException {
    private final TileAddress address;

    public MissingTile(TileAddress address) {
        super("The log has no " + address.path() + ".");
        this.address = address;
    }

    /** The tile that is missing. */
    public TileAddress address() {
        return address;
    }
}

package nl.sluiswachter.transferlog;

/** What is stored of an entry, or of the way from it to the tree, is not what was written. The message names its place only. */
public final class LogDamaged extends RuntimeException {

    private final int shard;
    private final long position;

    /** @param cause null when it is found out by comparing only */
    public LogDamaged(int shard, long position, Throwable cause) {
        super(
                "The entry in shard %d at position %d is damaged, or is not proven: verify the log"
                        .formatted(shard, position),
                cause);
        this.shard = shard;
        this.position = position;
    }

    /** Of the instance that wrote it. */
    public int shard() {
        return shard;
    }

    /** In its shard. */
    public long position() {
        return position;
    }
}

package nl.sluiswachter.transferlog.entry;

/** These bytes are no leaf of this log. */
public final class MalformedLeaf extends Exception {

    MalformedLeaf() {
        super("A leaf must be one line: sluiswachter/entry/1, shard, position and the entry's hash in base64");
    }
}

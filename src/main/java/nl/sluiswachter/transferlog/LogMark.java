package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import nl.sluiswachter.kernel.SubjectKeys;

/**
 * By what a gateway knows in the database what a gateway wrote there: HMAC-SHA-256 with {@code sluiswachter.keys.subject}, which
 * is in no database, and with another of which no node starts. Whoever has only the database can invent nothing that gets a leaf
 * and is signed. Nobody else needs the key: the verifier goes by the tree.
 */
public final class LogMark {

    /** Stands before the first batch of a shard. */
    public static final byte[] NONE = new byte[32];

    private final SubjectKeys keys;

    public LogMark(SubjectKeys keys) {
        this.keys = keys;
    }

    /**
     * The mark of a batch, which is what the next one follows on.
     *
     * @param previous mark of the batch before it in its shard; {@link #NONE} before the first
     * @param hashes of its entries, 32 bytes each, in order of position
     */
    public byte[] ofBatch(byte[] previous, int shard, long first, long last, byte[] hashes) {
        return keys.hash(
                "log-batch",
                ByteBuffer.allocate(previous.length + Integer.BYTES + 2 * Long.BYTES + hashes.length)
                        .put(previous)
                        .putInt(shard)
                        .putLong(first)
                        .putLong(last)
                        .put(hashes)
                        .array());
    }

    /** The mark of a tree of so many leaves. */
    public byte[] ofTree(int epoch, long size, byte[] root) {
        return keys.hash(
                "log-tree",
                ByteBuffer.allocate(Integer.BYTES + Long.BYTES + root.length)
                        .putInt(epoch)
                        .putLong(size)
                        .put(root)
                        .array());
    }

    /** The mark of an event that has no place yet, with everything that is stored of it. */
    byte[] ofEvent(EntryRow event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("entryId", event.entryId().toString());
        json.put("recordedAt", event.recordedAt().toString());
        json.put("kind", event.kind().name());
        json.put("hash", event.content().hash());
        event.transferId().ifPresent(id -> json.put("transferId", id.toString()));
        event.sender().ifPresent(sender -> json.put("sender", sender));
        event.reason().ifPresent(reason -> json.put("reason", reason));
        event.seed().ifPresent(seed -> json.put("seed", seed));
        ArrayNode subjects = json.putArray("subjects");
        event.subjects().forEach(subject -> subjects.add(subject.key().value().toString()));
        return keys.hash("log-event", CanonicalJson.bytes(json));
    }
}

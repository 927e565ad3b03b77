package nl.sluiswachter.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.sluiswachter.transferlog.entry.MalformedEntry;
import nl.sluiswachter.transferlog.entry.PackedEntry;

/** Entries of the log as they were written. */
final class Entries {

    private Entries() {}

    /** Of this kind, the oldest first. */
    static List<String> of(String kind) {
        return Tables.asOwner()
                .sql("select entry from transfer_log where kind = ? order by recorded_at, shard, position")
                .param(kind)
                .query(byte[].class)
                .list()
                .stream()
                .map(Entries::text)
                .toList();
    }

    private static String text(byte[] packed) {
        try {
            return new String(PackedEntry.unpack(packed), StandardCharsets.UTF_8);
        } catch (MalformedEntry e) {
            throw new IllegalStateException(e);
        }
    }
}

package nl.sluiswachter.transferlog.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * One entry of an export, in the order in which its members are written.
 *
 * @param index of its leaf; 0 where it has none
 * @param seed null unless subjects are exported
 * @param subjects null unless they are exported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportedLine(long index, int shard, long position, byte[] entry, byte[] seed, List<Subject> subjects) {

    /** Whom the gateway finds the entry under. */
    record Subject(String person, UUID key) {}
}

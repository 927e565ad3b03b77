package nl.sluiswachter.transferlog.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.LogKind;

/**
 * An entry of the log as it was found.
 *
 * @param entry its content: names and codes, never values; empty when it was damaged
 * @param hash SHA-256 of the entry, for its proof
 * @param subjects by ref of the person, its keys; the first stands for the person
 */
public record Found(
        Place place, UUID entryId, LogKind kind, JsonNode entry, byte[] hash, Map<String, List<SubjectKey>> subjects) {

    public Found {
        subjects = Map.copyOf(subjects);
    }

    /** A member of the entry that is text. */
    public Optional<String> text(String member) {
        return Optional.ofNullable(entry.get(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /**
     * Whether it is not what was written, as far as whoever read it looked: it does not fit its hash, says what none of its kind says, is
     * filed as what it is not, or stands in no batch of a gateway. Then nothing of it is here.
     */
    public boolean isDamaged() {
        return entry.isEmpty();
    }

    /** The same as one that is not what was written. */
    Found damaged() {
        return new Found(place, entryId, kind, JsonNodeFactory.instance.objectNode(), hash, Map.of());
    }

    /**
     * This one, for whoever must not leave anything out.
     *
     * @throws LogDamaged when it was damaged
     */
    public Found whole() {
        damage().ifPresent(damage -> {
            throw damage;
        });
        return this;
    }

    /** For the alarm, where whoever asked is shown the others all the same; empty when this one was not damaged. */
    public Optional<LogDamaged> damage() {
        return isDamaged() ? Optional.of(new LogDamaged(place.shard(), place.position(), null)) : Optional.empty();
    }

    /** Of all that were damaged, for the alarm. */
    public static List<LogDamaged> damage(Collection<Found> some) {
        return some.stream().flatMap(found -> found.damage().stream()).toList();
    }

    /** {@code sha256:} and the hash of the entry. */
    public String hashText() {
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    /** Whether this party sent it, was to receive it, or did it. */
    public boolean isOf(String oin) {
        return text("sender").filter(oin::equals).isPresent()
                || text("receiver").filter(oin::equals).isPresent()
                || text("party").filter(oin::equals).isPresent();
    }
}

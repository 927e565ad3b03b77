package nl.sluiswachter.activation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.transferlog.ImageRange;

/**
 * What a rehearsal found.
 *
 * @param inForce version that was in force
 * @param candidate version that was tried
 * @param range on which decisions: who repeats it on these gets the same summary
 * @param all how many there were
 * @param open the same without exchange types that are confidential in force: for who may not know of these
 * @param changes the changed ones, alike together; those that deliver more first, then the most frequent
 * @param salt random, and shown to nobody: without it the digest could be tried out for what is confidential in the rest
 */
public record RehearsalSummary(
        String inForce,
        String candidate,
        ImageRange range,
        Totals all,
        Totals open,
        List<Change> changes,
        String salt) {

    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public RehearsalSummary {
        changes = List.copyOf(changes);
    }

    /**
     * Counted decisions.
     *
     * @param decisions how many recorded decisions there were
     * @param same how many came out the same, to the field
     * @param changed how many did not
     * @param notRehearsable how many could not be tried, because the version they were decided by does not decide them so
     *     here: neither the same nor changed
     * @param deliversMore how many of the changed ones let something go that stays behind now: the most dangerous
     * @param unlisted changed decisions that no longer fitted in the list of changes
     */
    public record Totals(
            long decisions, long same, long changed, long notRehearsable, long deliversMore, long unlisted) {

        static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0);
    }

    /**
     * Decisions that change in the same way.
     *
     * @param sender OIN of the party
     * @param before PERMIT or DENY
     * @param after PERMIT or DENY
     * @param appeared codes of refusals and removals, with their field, that there were none of
     * @param disappeared those that are gone
     * @param deliversMore whether something goes that stays behind now
     */
    public record Change(
            String exchangeType,
            String sender,
            String before,
            String after,
            SortedSet<String> appeared,
            SortedSet<String> disappeared,
            boolean deliversMore,
            long decisions) {

        public Change {
            appeared = new TreeSet<>(appeared);
            disappeared = new TreeSet<>(disappeared);
        }

        Change times(long count) {
            return new Change(exchangeType, sender, before, after, appeared, disappeared, deliversMore, count);
        }
    }

    /** Nothing was recorded, so nothing could be tried. */
    static RehearsalSummary ofNothing(String inForce, String candidate, ImageRange range) {
        return new RehearsalSummary(inForce, candidate, range, Totals.NONE, Totals.NONE, List.of(), "");
    }

    /** The same with a salt that nobody knows. */
    RehearsalSummary salted() {
        byte[] bytes = new byte[SALT_BYTES];
        RANDOM.nextBytes(bytes);
        return salted(HexFormat.of().formatHex(bytes));
    }

    /** The same with the salt of one that was kept. */
    RehearsalSummary salted(String other) {
        return new RehearsalSummary(inForce, candidate, range, all, open, changes, other);
    }

    /** The summary as JSON: what is kept, and what an approval refers to by its hash. */
    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A summary can always be written", e);
        }
    }

    /** A summary as it was kept; empty when what was kept is none, which no rehearsal writes. */
    static Optional<RehearsalSummary> read(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, RehearsalSummary.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What an approval signs for: SHA-256 of the summary as it is kept, with its salt, lowercase hex. */
    public String digest() {
        return digest(toJson());
    }

    static String digest(String json) {
        return Sha256.hex(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The exchange types that change. */
    public Set<String> exchangeTypes() {
        Set<String> types = new TreeSet<>();
        changes.forEach(change -> types.add(change.exchangeType()));
        return types;
    }
}

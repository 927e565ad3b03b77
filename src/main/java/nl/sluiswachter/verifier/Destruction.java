package nl.sluiswachter.verifier;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.transferlog.entry.DestroyedHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;

/** What an entry of kind DESTRUCTION tells: which entries of one shard, that all were older than a term, and their hash. */
final class Destruction {

    /** Whatever the entry says, nothing in the log may go sooner (NEN 7513: five years). */
    private static final Period SHORTEST = Period.ofYears(5);

    private final long index;
    private final int shard;
    private final List<Run> places = new ArrayList<>();
    private final String hash;
    private final Instant before;
    private final DestroyedHash leaves = new DestroyedHash();

    /**
     * Reads the entry.
     *
     * @param index of its leaf
     * @throws Refuted when by its own words it came too early
     */
    Destruction(long index, Entry entry) throws Unreadable, Refuted {
        Map<String, String> told = entry.detail();
        try {
            this.index = index;
            this.shard = Integer.parseInt(told.get("shard"));
            for (String run : told.get("places").split(" ")) {
                places.add(Run.parse(run));
            }
            this.hash = Hash.parse(told.get("hash")).toString();
            this.before = Instant.parse(told.get("before"));
            Instant destroyedAt = entry.at().orElseThrow();
            refuseEarly(Period.parse(told.get("term")), destroyedAt);
            refuseEarly(SHORTEST, destroyedAt);
        } catch (Malformed | RuntimeException e) {
            throw new Unreadable("The entry of leaf " + index + " does not tell which entries were destroyed.");
        }
    }

    /** Positions from one to another. */
    record Run(long first, long last) {

        static Run parse(String text) {
            int dash = text.indexOf('-');
            long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
            return new Run(first, dash < 0 ? first : Long.parseLong(text.substring(dash + 1)));
        }
    }

    private void refuseEarly(Period term, Instant destroyedAt) throws Refuted {
        if (before.atZone(ZoneOffset.UTC).plus(term).toInstant().isAfter(destroyedAt)) {
            throw new Refuted(("The entry of leaf %d tells of entries that were destroyed too early: recorded until %s,"
                            + " to be kept for %s, destroyed at %s.")
                    .formatted(index, before, term, destroyedAt));
        }
    }

    long index() {
        return index;
    }

    int shard() {
        return shard;
    }

    List<Run> places() {
        return places;
    }

    /** All that it names were recorded before. */
    Instant before() {
        return before;
    }

    /** The leaf of the next that it names. */
    void add(Leaf leaf) {
        leaves.add(leaf);
    }

    /** After the last leaf of the log. */
    void refuseDifferent() throws Refuted {
        String found = leaves.value().toString();
        if (!found.equals(hash)) {
            throw new Refuted(
                    "The entry of leaf %d tells of destroyed entries of shard %d with hash %s; their leaves have %s."
                            .formatted(index, shard, hash, found));
        }
    }
}

package nl.sluiswachter.verifier;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;

/**
 * What an entry of kind DESTRUCTION tells: which entries of one shard are gone, that all were older than a term, and a hash over
 * their leaves. It is believed when it says what can be, and {@link Claim} finds the leaves to agree.
 *
 * @param index of its own leaf
 * @param places from the first to the last
 * @param before which all that it names were recorded
 * @param at when they were destroyed
 */
record Destruction(long index, int shard, List<Run> places, String hash, Instant before, Period term, Instant at) {

    /** Entries that one can tell of: the database destroys no more in a transaction. */
    static final int MOST = 500;

    /** Whatever the entry says, nothing in the log may go sooner (NEN 7513: five years). */
    private static final Period SHORTEST = Period.ofYears(5);

    /** Positions from one to another. */
    record Run(long first, long last) {

        static Run parse(String text) {
            int dash = text.indexOf('-');
            long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
            return new Run(first, dash < 0 ? first : Long.parseLong(text.substring(dash + 1)));
        }
    }

    /**
     * Reads the entry.
     *
     * @throws Refuted when it does not tell what it must, or by its own words came too early
     */
    static Destruction read(long index, Entry entry) throws Refuted {
        Map<String, String> told = entry.detail();
        Destruction destruction;
        try {
            List<Run> places = new ArrayList<>();
            for (String run : told.get("places").split(" ", MOST + 1)) {
                places.add(Run.parse(run));
            }
            destruction = new Destruction(
                    index,
                    Integer.parseInt(told.get("shard")),
                    List.copyOf(places),
                    Hash.parse(told.get("hash")).toString(),
                    Instant.parse(told.get("before")),
                    Period.parse(told.get("term")),
                    entry.at().orElseThrow());
            destruction.refuseDisorder();
            destruction.due(); // a term that no calendar has
        } catch (Malformed | RuntimeException e) {
            throw new Refuted("The entry of leaf %d does not tell which entries were destroyed.".formatted(index));
        }
        destruction.refuseEarly(destruction.term);
        destruction.refuseEarly(SHORTEST);
        return destruction;
    }

    private void refuseDisorder() {
        long entries = 0;
        long next = 0;
        for (Run run : places) {
            if (run.first() < next || run.last() < run.first() || run.last() - run.first() >= MOST) {
                throw new IllegalArgumentException("Places come one after the other");
            }
            entries += run.last() - run.first() + 1;
            next = run.last() + 1;
        }
        if (entries > MOST) {
            throw new IllegalArgumentException("Places are " + MOST + " at most");
        }
    }

    /** With the arithmetic of the database, which takes the term from the present: months first, then days. */
    private void refuseEarly(Period least) throws Refuted {
        if (before.isAfter(earlier(at, least))) {
            throw new Refuted(("The entry of leaf %d tells of entries that were destroyed too early: recorded until %s,"
                            + " to be kept for %s, destroyed at %s.")
                    .formatted(index, before, term, at));
        }
    }

    /** The moment that had to be the last of which anything could go, by its own words and whatever these are. */
    Instant due() {
        Instant own = earlier(at, term);
        Instant last = earlier(at, SHORTEST);
        return own.isBefore(last) ? own : last;
    }

    private static Instant earlier(Instant moment, Period by) {
        return moment.atZone(ZoneOffset.UTC).minus(by).toInstant();
    }
}

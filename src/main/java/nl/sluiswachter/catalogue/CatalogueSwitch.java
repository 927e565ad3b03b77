package nl.sluiswachter.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The catalogue that this node decides by, exchanged as a whole when another version is activated. A look at the table is
 * never older than {@link #OLDEST} when a decision begins: where the regular look fails, the decision waits for one.
 */
public final class CatalogueSwitch implements ActiveCatalogue {

    /** How long a node may go on deciding without having looked. */
    public static final Duration OLDEST = Duration.ofSeconds(5);

    private static final long PATIENCE_MILLIS = 2000;

    private final JdbcCatalogueEvents events;
    private final LawInForce law;
    private final StoredCatalogues stored;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicReference<Seen> seen = new AtomicReference<>(Seen.NOTHING);

    public CatalogueSwitch(JdbcCatalogueEvents events, LawInForce law, StoredCatalogues stored, Clock clock) {
        this.events = events;
        this.law = law;
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * What the last look found.
     *
     * @param latest the highest row of the table, genuine or not
     * @param activation number of the genuine activation
     * @param catalogue null when there is none that can be used
     * @param doubt what is wrong, in one sentence; null when nothing is
     */
    private record Seen(
            Instant at, JdbcCatalogueEvents.Activated latest, int activation, Catalogue catalogue, String doubt) {

        private static final Seen NOTHING = new Seen(Instant.EPOCH, null, 0, null, "No catalogue was read yet.");

        boolean isSame(JdbcCatalogueEvents.Activated row) {
            return latest != null
                    && latest.activation() == row.activation()
                    && latest.version().equals(row.version());
        }

        Seen again(Instant now) {
            return new Seen(now, latest, activation, catalogue, doubt);
        }
    }

    /** @throws CatalogueUnavailable when no version can be used, or nobody can tell which is in force */
    @Override
    public Catalogue current() {
        Seen now = seen.get();
        if (now.at().plus(OLDEST).isBefore(clock.instant())) {
            now = lookSoon();
        }
        if (now.catalogue() == null) {
            throw new CatalogueUnavailable(now.doubt());
        }
        return now.catalogue();
    }

    /** What keeps this node from being sure of the law in force; empty when nothing does. */
    public Optional<String> doubt() {
        return Optional.ofNullable(seen.get().doubt());
    }

    /** Number of the activation that this node decides by; 0 for none. */
    public int activation() {
        return seen.get().activation();
    }

    /** Looks which version is in force and takes it. Returns whether it is another one than before. */
    public boolean look() {
        looking.lock();
        try {
            return take();
        } finally {
            looking.unlock();
        }
    }

    /** One decision looks for all that wait; none waits long. */
    private Seen lookSoon() {
        try {
            if (!looking.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new CatalogueUnavailable("Which catalogue is in force could not be read in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueUnavailable("Which catalogue is in force could not be read in time.", e);
        }
        try {
            if (seen.get().at().plus(OLDEST).isBefore(clock.instant())) {
                take();
            }
            return seen.get();
        } finally {
            looking.unlock();
        }
    }

    private boolean take() {
        Instant now = clock.instant();
        Seen before = seen.get();
        Seen after = events.latest().map(row -> seen(row, before, now)).orElseGet(() -> gone(before, null, now));
        seen.set(after);
        return after.activation() != before.activation();
    }

    private Seen seen(JdbcCatalogueEvents.Activated latest, Seen before, Instant now) {
        if (before.isSame(latest)) {
            return before.again(now);
        }
        Optional<JdbcCatalogueEvents.Activated> genuine = law.find();
        if (genuine.isEmpty()) {
            return new Seen(now, latest, before.activation(), null, "No activation of a catalogue is genuine.");
        }
        if (genuine.get().activation() < before.activation()) {
            return gone(before, latest, now);
        }
        return judged(latest, genuine.get(), now);
    }

    /** Rows only ever come. Where one went somebody tampered: nobody may bring an older law back that way. */
    private static Seen gone(Seen before, JdbcCatalogueEvents.Activated latest, Instant now) {
        return new Seen(
                now,
                latest,
                before.activation(),
                before.catalogue(),
                before.activation() == 0 ? before.doubt() : "An activation that was seen is gone from the table.");
    }

    private Seen judged(JdbcCatalogueEvents.Activated latest, JdbcCatalogueEvents.Activated genuine, Instant now) {
        String doubt = genuine.activation() == latest.activation()
                ? null
                : "Activation " + latest.activation() + " of a catalogue is not signed by two officers known here.";
        try {
            Catalogue catalogue = stored.usable(genuine.version())
                    .orElseThrow(() -> new CatalogueException("it is not in the table", null));
            return new Seen(now, latest, genuine.activation(), catalogue, doubt);
        } catch (CatalogueException e) {
            return new Seen(
                    now,
                    latest,
                    genuine.activation(),
                    null,
                    "The catalogue in force, " + genuine.version() + ", cannot be used: " + e.getMessage());
        }
    }
}

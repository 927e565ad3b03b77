package nl.sluiswachter.activation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.sluiswachter.catalogue.CanonicalForm;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Activated;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Rehearsed;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions;
import nl.sluiswachter.catalogue.LawInForce;
import nl.sluiswachter.catalogue.Officer;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.catalogue.StoredCatalogues;
import nl.sluiswachter.kernel.crypto.PersonalKey;
import nl.sluiswachter.transferlog.EventLog;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The way of a version to the law in force. Every step asks for the one before it; rehearsals and approvals are for one
 * activation, the next, so that an old approval never brings an old version back.
 */
public final class Activation {

    /** A version is never deleted: old decisions stand on it. */
    static final int MOST_VERSIONS = 300;

    private final JdbcCatalogueVersions versions;
    private final JdbcCatalogueEvents events;
    private final LawInForce law;
    private final StoredCatalogues stored;
    private final Approvals approvals;
    private final Reviews reviews;
    private final Standings standings;
    private final Rehearsals rehearsals;
    private final CatalogueLog log;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final CatalogueLoader loader = new CatalogueLoader();

    Activation(
            JdbcCatalogueVersions versions,
            JdbcCatalogueEvents events,
            LawInForce law,
            Officers officers,
            Rehearsals rehearsals,
            EventLog log,
            TransactionOperations transactions,
            Clock clock) {
        this.versions = versions;
        this.events = events;
        this.law = law;
        this.stored = new StoredCatalogues(versions);
        this.approvals = new Approvals(events, officers, clock);
        this.reviews = new Reviews(events, officers, rehearsals);
        this.standings = new Standings(versions, events, law, officers, approvals);
        this.rehearsals = rehearsals;
        this.log = new CatalogueLog(log);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What {@link #load} did. */
    public record Loaded(String version, boolean isNew) {}

    /** Keeps the catalogue of these files beside the one in force, from the command line. */
    public Loaded load(CatalogueFiles files) {
        return load(files, Optional.empty());
    }

    /**
     * Keeps the catalogue of these files beside the one in force. One at a time: reading one takes memory.
     *
     * @param loadedBy officer of the console who brings them; empty for the command line
     * @throws nl.sluiswachter.catalogue.CatalogueException naming every fault; then nothing is kept
     * @throws ActivationRefused when too many versions are kept already
     */
    public synchronized Loaded load(CatalogueFiles files, Optional<String> loadedBy) {
        loader.load(files);
        CanonicalForm form = loader.canonical(files);
        loader.load(form.files());
        boolean isNew = Boolean.TRUE.equals(transactions.execute(status -> keep(form, loadedBy)));
        return new Loaded(form.version(), isNew);
    }

    private boolean keep(CanonicalForm form, Optional<String> loadedBy) {
        boolean isNew = versions.insert(form, JdbcCatalogueVersions.Source.COMMAND, now());
        if (isNew && loadedBy.isPresent() && versions.list().size() > MOST_VERSIONS) {
            throw new ActivationRefused(
                    "%d versions are kept; no more are loaded here. On the server it can still be done, with the command catalogue load."
                            .formatted(MOST_VERSIONS));
        }
        if (isNew) {
            log.loaded(form.version(), loadedBy);
        }
        return isNew;
    }

    /**
     * Decides the recorded decisions again with this version and keeps what changes.
     *
     * @param progress told how many decisions were done so far
     */
    public RehearsalSummary rehearse(String version, LongConsumer progress) {
        int activation = next();
        Catalogue candidate = usable(version);
        Catalogue active = usable(inForce().version());
        RehearsalSummary summary = rehearsals.rehearse(active, candidate, progress);
        Rehearsed rehearsed = new Rehearsed(version, activation, now(), summary.digest(), summary.toJson());
        step(() -> {
            events.add(rehearsed);
            log.rehearsed(rehearsed);
        });
        return summary;
    }

    /** How many recorded decisions a rehearsal will decide again. */
    public long recordedDecisions() {
        return rehearsals.count();
    }

    /**
     * Repeats the last rehearsal of the version on the same decisions, so that an officer sees what he signs and not what
     * somebody wrote into the table.
     *
     * @param progress told how many decisions were done so far
     * @throws ActivationRefused when there is none, or it does not come out the same
     */
    public Reviewed review(String version, LongConsumer progress) {
        return reviews.repeated(next(), usable(inForce().version()), usable(version), progress);
    }

    /**
     * Looks at the key before anybody waits for a rehearsal to be repeated.
     *
     * @throws ActivationRefused when it is not that of an officer listed here who has not approved this version yet
     */
    public void demandFreshOfficer(String version, PersonalKey key) {
        events.rehearsal(next(), version).ifPresent(kept -> approvals.fresh(kept, key));
    }

    /** How many officers approved the version for the next activation. */
    public int approvals(String version) {
        return approvals.genuine(next(), version).size();
    }

    /**
     * Adds the approval of the officer who holds the key.
     *
     * @return the officer
     */
    public Officer approve(Reviewed reviewed, PersonalKey key) {
        return transactions.execute(status -> {
            Officer officer = approvals.give(reviewed.rehearsed(), key);
            log.approved(reviewed.rehearsed(), officer);
            return officer;
        });
    }

    /** The rehearsal that two officers signed for, to be seen before the version is activated. */
    public RehearsalSummary signedRehearsal(String version) {
        return signed(version, next()).summary();
    }

    /** Makes the version the law in force, from the command line; every node takes it within 5 seconds. */
    public int activate(String version) {
        return activate(version, Optional.empty());
    }

    /**
     * Makes the version the law in force; every node takes it within 5 seconds.
     *
     * @param pressedBy officer of the console who asks for it; empty for the command line
     * @return the number of the activation
     */
    public int activate(String version, Optional<String> pressedBy) {
        int activation = next();
        usable(version);
        Reviews.Signed signed = signed(version, activation);
        Activated activated = new Activated(activation, version, now(), null, pressedBy);
        step(() -> {
            events.add(activated);
            log.activated(activated, signed.officers());
        });
        return activation;
    }

    /** Where every version stands, and which were in force before. */
    public ActivationStatus status() {
        return standings.status(inForce());
    }

    /**
     * The one version that begins so.
     *
     * @param text a version, or at least 8 of its hex digits
     */
    public String resolve(String text) {
        return new VersionNames(versions).resolve(text);
    }

    /** A kept version as files, to compare with another. */
    public CatalogueFiles files(String version) {
        return versions.find(version)
                .map(CanonicalForm::files)
                .orElseThrow(() -> new ActivationRefused("No such version is loaded."));
    }

    /** The genuine activation that is the law now. */
    public Activated inForce() {
        return law.find()
                .orElseThrow(() -> new ActivationRefused(
                        "No catalogue is in force yet: start the gateway once, with these settings."));
    }

    private Reviews.Signed signed(String version, int activation) {
        return reviews.signed(activation, version, approvals.genuine(activation, version), inForce());
    }

    private Catalogue usable(String version) {
        return stored.usable(version).orElseThrow(() -> new ActivationRefused("No such version is loaded."));
    }

    private int next() {
        return events.next();
    }

    private void step(Runnable change) {
        orderly(() -> transactions.executeWithoutResult(status -> change.run()));
    }

    /** What was true a moment ago is judged again by the database, under its lock. */
    static void orderly(Runnable change) {
        try {
            change.run();
        } catch (DataIntegrityViolationException e) {
            throw new ActivationRefused("Somebody else was faster: look how it stands now and begin again.", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

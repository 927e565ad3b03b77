package nl.sluiswachter.activation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import nl.sluiswachter.catalogue.BuiltInCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueSwitch;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions;
import nl.sluiswachter.catalogue.LawInForce;
import nl.sluiswachter.catalogue.Officer;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.catalogue.StoredCatalogues;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;
import nl.sluiswachter.kernel.crypto.PersonalKey;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.ImageRange;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.SomeMark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the repository's catalogue in force, three officers, and what a node and a command have of it. */
final class VersionsWorld {

    static final CatalogueFiles FILES = CatalogueFiles.in(Path.of("src/main/resources/catalogue"));
    static final SubjectKeys SECRET = new SubjectKeys(new byte[32]);

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final ExampleAuthority AUTHORITY =
            ExampleAuthority.named("Officers", NOW.minusSeconds(60), NOW.plusSeconds(86400));

    // made once: the RSA key of the second takes a second and more
    private static final ExampleIdentity FIRST = officer("First officer", KeyKind.EC_P256);
    private static final ExampleIdentity RENEWED = officer("first  Officer", KeyKind.EC_P256);
    private static final ExampleIdentity SECOND = officer("Second officer", KeyKind.RSA_3072);
    private static final ExampleIdentity STRANGER = officer("Stranger", KeyKind.EC_P256);

    private static final TestDatabase SHARED = TestDatabase.create();

    final JdbcClient owner;
    final Clock clock = Clock.systemUTC();
    final ExampleIdentity first = FIRST;
    final ExampleIdentity renewed = RENEWED;
    final ExampleIdentity second = SECOND;
    final ExampleIdentity stranger = STRANGER;
    final Officers officers =
            new Officers(List.of(Officer.of(first.leaf()), Officer.of(renewed.leaf()), Officer.of(second.leaf())));

    private final DataSource source;
    final JdbcClient jdbc;
    final JdbcCatalogueVersions versions;
    final JdbcCatalogueEvents events;
    final LawInForce law;

    private VersionsWorld(TestDatabase database) {
        source = database.asApplication();
        owner = JdbcClient.create(database.asOwner());
        jdbc = JdbcClient.create(source);
        versions = new JdbcCatalogueVersions(jdbc);
        events = new JdbcCatalogueEvents(jdbc);
        law = new LawInForce(events, officers, SECRET);
    }

    /** No catalogue was ever in force. */
    static VersionsWorld empty() {
        VersionsWorld world = new VersionsWorld(SHARED);
        world.owner
                .sql("truncate catalogue_event, catalogue_version, log_pending cascade")
                .update();
        return world;
    }

    /** With the repository's catalogue in force. */
    static VersionsWorld started() {
        VersionsWorld world = empty();
        world.start(FILES);
        return world;
    }

    /** The same in a database that the test may spoil. */
    static VersionsWorld startedApart() {
        VersionsWorld world = new VersionsWorld(TestDatabase.create());
        world.start(FILES);
        return world;
    }

    /** As a node does that brings these files in its jar. */
    String start(CatalogueFiles files) {
        return transactions().execute(status -> new BuiltInCatalogue(files, versions, events, law, clock).keep());
    }

    /** What a node decides by; it has looked once. */
    CatalogueSwitch node() {
        return node(officers, clock);
    }

    CatalogueSwitch node(Officers known, Clock time) {
        CatalogueSwitch node = new CatalogueSwitch(
                events, new LawInForce(events, known, SECRET), new StoredCatalogues(versions), time);
        node.look();
        return node;
    }

    Activation activation() {
        return activation(officers);
    }

    /** What a command has that knows these officers. */
    Activation activation(Officers known) {
        return new Activation(
                versions,
                events,
                new LawInForce(events, known, SECRET),
                known,
                new NoDecisions(),
                new JdbcEventLog(jdbc, SomeMark.OURS, new UuidV7(clock), clock),
                transactions(),
                clock);
    }

    /** Loads another version, rehearses it and has both officers approve it. */
    String approved(CatalogueFiles files) {
        Activation activation = activation();
        String version = activation.load(files).version();
        activation.rehearse(version, done -> {});
        approve(version, first);
        approve(version, second);
        return version;
    }

    /** As an officer does: looks at the rehearsal, then signs. */
    void approve(String version, ExampleIdentity officer) {
        Activation activation = activation();
        activation.approve(activation.review(version, done -> {}), key(officer));
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    static PersonalKey key(ExampleIdentity identity) {
        return new PersonalKey(identity.key());
    }

    /** The repository's catalogue with one of its files changed. */
    static CatalogueFiles changed(String file, String from, String to) {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        if (!texts.get(file).contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        texts.computeIfPresent(file, (name, text) -> text.replace(from, to));
        return new CatalogueFiles(texts);
    }

    /** Another catalogue, without fault. */
    static CatalogueFiles other() {
        return changed("ages.yaml", "minor12to15: JOINT", "minor12to15: LAW_ONLY");
    }

    private static ExampleIdentity officer(String name, KeyKind kind) {
        return AUTHORITY.issue(
                new ExampleSubject(name, List.of(), false, kind, NOW.minusSeconds(60), NOW.plusSeconds(86400)));
    }

    /** A gateway that decided nothing yet. */
    private static final class NoDecisions implements Rehearsals {
        @Override
        public long count() {
            return 0;
        }

        @Override
        public long count(List<String> exchangeTypes) {
            return 0;
        }

        @Override
        public RehearsalSummary rehearse(
                Catalogue inForce, Catalogue candidate, ImageRange range, LongConsumer progress) {
            return RehearsalSummary.ofNothing(inForce.version(), candidate.version(), range);
        }

        @Override
        public ImageRange range() {
            return new ImageRange(NOW, "1:1:");
        }
    }
}

package nl.sluiswachter.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Ages;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueException;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.CatalogueSwitch;
import nl.sluiswachter.catalogue.CatalogueUnavailable;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions;
import nl.sluiswachter.catalogue.KnownLaw;
import nl.sluiswachter.catalogue.Officer;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.catalogue.StoredCatalogues;
import nl.sluiswachter.support.MovableClock;
import nl.sluiswachter.support.Threads;
import org.junit.jupiter.api.Test;

class CatalogueSwitchTest {

    private static final Duration PROMISE = Duration.ofSeconds(5);

    private final VersionsWorld world = VersionsWorld.started();

    @Test
    void everyNodeDecidesByAnotherVersionWithinFiveSeconds() {
        CatalogueSwitch one = world.node();
        CatalogueSwitch other = world.node();
        String version = world.approved(VersionsWorld.other());
        List<CatalogueWatch> watches = Stream.of(one, other)
                .map(node -> CatalogueWatch.start(node, Duration.ofSeconds(2)))
                .toList();

        world.activation().activate(version);

        await().atMost(PROMISE).untilAsserted(() -> assertThat(List.of(one, other))
                .extracting(CatalogueSwitch::activation)
                .containsOnly(2));
        assertThat(one.current().version()).isEqualTo(version);
        watches.forEach(CatalogueWatch::close);
    }

    @Test
    void anArticleOfAnyKeptVersionIsKnown() {
        String wmo = "\"Wmo 2015 art. 5.2.1 lid 2 onder a\":";
        CatalogueFiles before =
                VersionsWorld.changed("articles.yaml", wmo, "\"Wmo 2007 art. 1\": {inForceFrom: 2007-01-01}\n" + wmo);
        KnownLaw known = new KnownLaw(world.node(), world.versions, new StoredCatalogues(world.versions));

        assertThat(known.hasArticle("Wmo 2015 art. 5.2.1 lid 2 onder a")).isTrue();
        assertThat(known.hasArticle("Wmo 2007 art. 1")).isFalse();
        world.versions.insert(
                new CatalogueLoader().canonical(before), JdbcCatalogueVersions.Source.COMMAND, world.clock.instant());
        assertThat(known.hasArticle("Wmo 2007 art. 1")).isTrue();
        assertThat(known.hasArticle("Wmo 1807 art. 1")).isFalse();
    }

    @Test
    void anExchangeTypeOfAnyKeptVersionIsKnown() {
        SortedMap<String, String> texts = new TreeMap<>(VersionsWorld.other().texts());
        texts.put("types/WELFARE_HANDOVER.yaml", texts.get("types/WELFARE_REFERRAL.yaml"));
        KnownLaw known = new KnownLaw(world.node(), world.versions, new StoredCatalogues(world.versions));

        assertThat(known.hasType("WELFARE_REFERRAL")).isTrue();
        assertThat(known.hasType("WELFARE_HANDOVER")).isFalse();
        world.versions.insert(
                new CatalogueLoader().canonical(new CatalogueFiles(texts)),
                JdbcCatalogueVersions.Source.COMMAND,
                world.clock.instant());
        assertThat(known.hasType("WELFARE_HANDOVER")).isTrue();
        assertThat(known.hasType("WELFARE_REFERAL")).isFalse();
    }

    /** A hold on what the log has must not be refused because its law cannot be read any more. */
    @Test
    void whatAVersionMayHaveThatCannotBeReadIsNotCalledUnknown() {
        KnownLaw known = new KnownLaw(world.node(), world.versions, version -> {
            throw new CatalogueException(List.of("it is of another time"));
        });

        assertThat(known.hasType("WELFARE_HANDOVER")).isTrue();
        assertThat(known.hasArticle("Wmo 2007 art. 1")).isTrue();
    }

    @Test
    void aNodeThatStoppedLookingLooksBeforeItDecidesByOldLaw() {
        MovableClock clock = new MovableClock(world.clock.instant());
        CatalogueSwitch node = world.node(world.officers, clock);
        String before = node.current().version();
        world.activation().activate(world.approved(VersionsWorld.other()));

        assertThat(node.current().version()).isEqualTo(before);
        clock.pass(PROMISE.plusMillis(1));
        assertThat(node.current().version()).isNotEqualTo(before);
    }

    @Test
    void noDecisionSeesHalfOfEach() {
        CatalogueSwitch node = world.node();
        String old = node.current().version();
        String version = world.approved(VersionsWorld.other());
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Void>> deciding = Stream.generate(() -> Threads.<Void>start(() -> {
                    while (!done.get()) {
                        Catalogue whole = node.current();
                        seen.add(whole.version() + " " + whole.ages().minor12to15());
                    }
                    return null;
                }))
                .limit(4)
                .toList();

        await().until(() -> !seen.isEmpty());
        world.activation().activate(version);
        node.look();
        await().until(() -> seen.size() > 1);
        done.set(true);
        deciding.forEach(CompletableFuture::join);

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        old + " " + Ages.MinorPolicy.JOINT, version + " " + Ages.MinorPolicy.LAW_ONLY);
    }

    @Test
    void aDatabaseAdministratorAloneActivatesNothing() {
        CatalogueSwitch node = world.node();
        String before = node.current().version();
        String version = world.activation().load(VersionsWorld.other()).version();
        world.activation().rehearse(version, done -> {});
        forge(version);

        assertThat(node.look()).isFalse();

        assertThat(node.current().version()).isEqualTo(before);
        assertThat(node.doubt()).hasValueSatisfying(doubt -> assertThat(doubt).contains("not signed by two officers"));
        assertThat(world.node().current().version()).isEqualTo(before);
        assertThat(world.activation().status().doubt()).isPresent();
    }

    @Test
    void twoOfficersEndTheDoubtThatAForgedActivationSows() {
        String version = world.activation().load(VersionsWorld.other()).version();
        world.activation().rehearse(version, done -> {});
        forge(version);
        CatalogueSwitch node = world.node();

        world.activation().activate(world.approved(VersionsWorld.FILES));
        node.look();

        assertThat(node.doubt()).isEmpty();
        assertThat(node.activation()).isEqualTo(3);
    }

    @Test
    void anApprovalSignedForOneActivationIsNotTakenForAnother() {
        CatalogueSwitch node = world.node();
        String other = world.approved(VersionsWorld.other());
        world.activation().activate(other);
        world.activation().activate(world.approved(VersionsWorld.FILES));
        world.owner
                .sql(
                        "insert into catalogue_event (activation, version, state, at, officer, summary, rehearsal, signature)"
                                + " select 4, version, state, at, officer, summary, rehearsal, signature from catalogue_event"
                                + " where state in ('REHEARSED', 'APPROVED') and activation = 2 order by event_id")
                .update();
        world.owner
                .sql("insert into catalogue_event (activation, version, state, at) values (4, ?, 'ACTIVATED', now())")
                .param(other)
                .update();

        node.look();

        assertThat(node.current().version()).isNotEqualTo(other);
        assertThat(node.activation()).isEqualTo(3);
        assertThat(node.doubt()).isPresent();
    }

    @Test
    void aNodeNeverGoesBackWhenAnActivationDisappears() {
        String version = world.approved(VersionsWorld.other());
        world.activation().activate(version);
        CatalogueSwitch node = world.node();
        world.owner
                .sql("delete from catalogue_event where state = 'ACTIVATED' and activation = 2")
                .update();

        node.look();

        assertThat(node.current().version()).isEqualTo(version);
        assertThat(node.doubt()).hasValueSatisfying(doubt -> assertThat(doubt).contains("gone"));
    }

    @Test
    void aNodeSeesThatAnActivationWasReplacedByAnotherOfThatNumber() {
        String version = world.approved(VersionsWorld.other());
        world.activation().activate(version);
        CatalogueSwitch node = world.node();
        world.owner
                .sql("update catalogue_event set version = (select version from catalogue_event where activation = 1"
                        + " and state = 'ACTIVATED') where state = 'ACTIVATED' and activation = 2")
                .update();

        node.look();

        assertThat(node.current().version()).isEqualTo(version);
        assertThat(node.doubt()).hasValueSatisfying(doubt -> assertThat(doubt).contains("gone"));
    }

    @Test
    void neverUsesContentThatDoesNotFitItsHash() {
        VersionsWorld spoilt = VersionsWorld.startedApart();
        String version = spoilt.approved(VersionsWorld.other());
        spoilt.activation().activate(version);
        spoilt.owner
                .sql("alter table catalogue_version drop constraint catalogue_version_check")
                .update();
        spoilt.owner
                .sql("update catalogue_version set content = (select content from catalogue_version"
                        + " where version <> :v) where version = :v")
                .param("v", version)
                .update();

        CatalogueSwitch node = spoilt.node();

        assertThatThrownBy(node::current)
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("not what its hash says");
        assertThatThrownBy(() -> new StoredCatalogues(spoilt.versions).version(version))
                .hasMessageContaining("not what its hash says");
    }

    @Test
    void aNodeThatDoesNotKnowTheOfficersStaysWithTheLawItCanVerify() {
        String before = world.node().current().version();
        world.activation().activate(world.approved(VersionsWorld.other()));

        CatalogueSwitch node = world.node(new Officers(List.of(Officer.of(world.first.leaf()))), world.clock);

        assertThat(node.current().version()).isEqualTo(before);
        assertThat(node.doubt()).isPresent();
    }

    @Test
    void theFirstActivationNeedsTheSealOfTheGateway() {
        VersionsWorld empty = VersionsWorld.empty();
        empty.activation().load(VersionsWorld.FILES);
        empty.owner
                .sql("insert into catalogue_event (activation, version, state, at, signature)"
                        + " select 1, version, 'ACTIVATED', now(), sha256('seal') from catalogue_version")
                .update();

        assertThatThrownBy(() -> empty.node().current())
                .hasMessageContaining("No activation of a catalogue is genuine");
    }

    @Test
    void anOldDecisionIsExplainedByTheVersionItWasTakenWith() {
        Catalogue old = world.node().current();
        world.activation().activate(world.approved(VersionsWorld.other()));
        StoredCatalogues stored = new StoredCatalogues(world.versions);

        assertThat(stored.version(old.version())).contains(old);
        assertThat(stored.version(old.version())).contains(old);
        assertThat(stored.version("sha256:" + "0".repeat(64))).isEmpty();
    }

    /** Everything that the tables ask for, with signatures that are none. */
    private void forge(String version) {
        for (Officer officer : List.of(Officer.of(world.first.leaf()), Officer.of(world.second.leaf()))) {
            world.owner
                    .sql("insert into catalogue_event (activation, version, state, at, officer, rehearsal, signature)"
                            + " select 2, version, 'APPROVED', now(), ?, rehearsal, 'signature' from catalogue_event"
                            + " where state = 'REHEARSED' and version = ?")
                    .params(officer.fingerprint(), version)
                    .update();
        }
        world.owner
                .sql("insert into catalogue_event (activation, version, state, at) values (2, ?, 'ACTIVATED', now())")
                .param(version)
                .update();
    }
}

package nl.sluiswachter.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.catalogue.CatalogueException;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.Officer;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class ActivationTest {

    private final VersionsWorld world = VersionsWorld.started();
    private final Activation activation = world.activation();

    @Test
    void theCatalogueOfTheJarIsInForceWhereNoneEverWas() {
        ActivationStatus status = activation.status();

        assertThat(status.inForce())
                .isEqualTo(new CatalogueLoader().load(VersionsWorld.FILES).version());
        assertThat(status.activation()).isEqualTo(1);
        assertThat(status.doubt()).isEmpty();
    }

    @Test
    void theCatalogueOfALaterJarIsOnlyACandidate() {
        String before = activation.status().inForce();

        String later = world.start(VersionsWorld.other());

        assertThat(later).isNotEqualTo(before);
        assertThat(activation.status().inForce()).isEqualTo(before);
        assertThat(activation.status().versions())
                .extracting(ActivationStatus.Version::version)
                .containsExactly(before, later);
    }

    @Test
    void twoOfficersBringAnotherVersionInForce() {
        String version = world.approved(VersionsWorld.other());

        assertThat(activation.activate(version)).isEqualTo(2);

        assertThat(activation.status().inForce()).isEqualTo(version);
    }

    @Test
    void everyStepOnTheWayIsAnEntryOfTheLog() {
        String version = world.approved(VersionsWorld.other());
        activation.activate(version);

        assertThat(world.owner
                        .sql("select convert_from(entry, 'UTF8')::json -> 'detail' ->> 'state' from log_pending"
                                + " where kind = 'CATALOGUE' and convert_from(entry, 'UTF8') like '%' || ? || '%'"
                                + " order by entry_id")
                        .param(version)
                        .query(String.class)
                        .list())
                .containsExactly("LOADED", "REHEARSED", "APPROVED", "APPROVED", "ACTIVATED");
    }

    @Test
    void theEntryOfAnActivationNamesBothOfficersAndWhoPressedTheButton() {
        String version = world.approved(VersionsWorld.other());
        activation.activate(version, Optional.of("demo-policy-editor"));

        assertThat(detailOfTheActivation())
                .containsEntry("approvedBy", whole(world.first) + " " + whole(world.second))
                .containsEntry("pressedBy", "demo-policy-editor")
                .containsEntry("activation", "2");
        assertThat(activation.status().history().get(0).pressedBy()).contains("demo-policy-editor");
        assertThat(activation.status().history().get(1).pressedBy()).isEmpty();
    }

    @Test
    void theEntryOfAnActivationOnTheCommandLineNamesNobodyWhoPressedAButton() {
        activation.activate(world.approved(VersionsWorld.other()));

        assertThat(detailOfTheActivation()).containsKey("approvedBy").doesNotContainKey("pressedBy");
    }

    @Test
    void theEntryOfALoadedVersionNamesWhoBroughtItInTheConsole() {
        Activation.Loaded loaded = activation.load(VersionsWorld.other(), Optional.of("demo-policy-editor"));

        assertThat(loaded.isNew()).isTrue();
        assertThat(detail("LOADED"))
                .containsEntry("loadedBy", "demo-policy-editor")
                .containsEntry("version", loaded.version());
        assertThat(activation
                        .load(VersionsWorld.other(), Optional.of("demo-colleague"))
                        .isNew())
                .isFalse();
        assertThat(detail("LOADED")).as("nothing was loaded twice").containsEntry("loadedBy", "demo-policy-editor");
    }

    private Map<String, Object> detailOfTheActivation() {
        return detail("ACTIVATED");
    }

    private Map<String, Object> detail(String state) {
        String detail = world.owner
                .sql("select convert_from(entry, 'UTF8')::json ->> 'detail' from log_pending"
                        + " where kind = 'CATALOGUE' and convert_from(entry, 'UTF8') like '%' || ? || '%'")
                .param(state)
                .query(String.class)
                .single();
        return JsonParserFactory.getJsonParser().parseMap(detail);
    }

    private static String whole(ExampleIdentity officer) {
        return Officer.of(officer.leaf()).fingerprint();
    }

    @Test
    void tellsWhoeverComesSecondThatTheVersionIsInForceAlready() {
        String version = world.approved(VersionsWorld.other());
        activation.activate(version);

        assertThatThrownBy(() -> activation.activate(version))
                .isInstanceOf(ActivationRefused.class)
                .hasMessage("This version is in force already, by activation 2.");
        assertThat(activation.status().activation()).isEqualTo(2);
    }

    @Test
    void aStepThatWasRefusedIsNoEntry() {
        String version = rehearsed();
        world.approve(version, world.first);

        assertThatThrownBy(() -> world.approve(version, world.first)).isInstanceOf(ActivationRefused.class);
        assertThatThrownBy(() -> activation.activate(version)).isInstanceOf(ActivationRefused.class);

        assertThat(world.owner
                        .sql("select count(*) from log_pending where kind = 'CATALOGUE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    /** The text that an editor signs has it, and the log: who may not see all of a trial could try what else was in it. */
    @Test
    void theHashOfATrialCannotBeMadeAgainByWhoKnowsOrGuessesWhatWasFound() {
        String version = activation.load(VersionsWorld.other()).version();
        RehearsalSummary first = activation.rehearse(version, done -> {});
        RehearsalSummary second = activation.rehearse(version, done -> {});

        assertThat(second.salted("")).as("what was found").isEqualTo(first.salted(""));
        assertThat(second.digest()).isNotEqualTo(first.digest());
        assertThat(List.of(first.digest(), second.digest()))
                .doesNotContain(first.salted("").digest());
        assertThat(activation.review(version, done -> {}).summary()).isEqualTo(second);
    }

    @Test
    void refusesAnActivationByOnePersonAlone() {
        String version = rehearsed();
        world.approve(version, world.first);

        assertThatThrownBy(() -> activation.activate(version))
                .isInstanceOf(ActivationRefused.class)
                .hasMessage("Two different officers must have approved this version; so far 1 did.");
        assertThat(activation.status().activation()).isEqualTo(1);
    }

    @Test
    void refusesTheSamePersonTwice() {
        String version = rehearsed();
        world.approve(version, world.first);

        assertThatThrownBy(() -> world.approve(version, world.first))
                .hasMessageContaining("approved this version already");
    }

    @Test
    void refusesTheSamePersonWithASecondKeyAndANameSpelledOtherwise() {
        String version = rehearsed();
        world.approve(version, world.first);

        assertThatThrownBy(() -> world.approve(version, world.renewed))
                .hasMessageContaining("approved this version already");
    }

    @Test
    void refusesAStranger() {
        String version = rehearsed();

        assertThatThrownBy(() -> world.approve(version, world.stranger)).hasMessageContaining("not that of an officer");
    }

    @Test
    void refusesAnApprovalBeforeARehearsal() {
        String version = activation.load(VersionsWorld.other()).version();

        assertThatThrownBy(() -> world.approve(version, world.first)).hasMessageContaining("was not rehearsed");
    }

    @Test
    void anApprovalIsWorthNothingForALaterActivation() {
        String other = world.approved(VersionsWorld.other());
        String third =
                world.approved(VersionsWorld.changed("types/VT_REPORT.yaml", "bsn: ALLOWED", "bsn: WHEN_NECESSARY"));
        activation.activate(other);

        assertThatThrownBy(() -> activation.activate(third))
                .hasMessageContaining("Another version was put in force since this one was approved");
        assertThatThrownBy(() -> world.approve(third, world.first)).hasMessageContaining("was not rehearsed");
    }

    @Test
    void anOldVersionComesBackTheSameWay() {
        String old = activation.status().inForce();
        activation.activate(world.approved(VersionsWorld.other()));

        assertThat(activation.activate(world.approved(VersionsWorld.FILES))).isEqualTo(3);

        assertThat(activation.status().inForce()).isEqualTo(old);
    }

    @Test
    void remembersWhichVersionsWereInForceAndOnWhoseWord() {
        String old = activation.status().inForce();
        String other = world.approved(VersionsWorld.other());
        activation.activate(other);
        activation.activate(world.approved(VersionsWorld.FILES));

        List<ActivationStatus.Past> history = activation.status().history();

        assertThat(history).extracting(ActivationStatus.Past::activation).containsExactly(3, 2, 1);
        assertThat(history).extracting(ActivationStatus.Past::version).containsExactly(old, other, old);
        assertThat(history).allMatch(ActivationStatus.Past::genuine);
        assertThat(history).extracting(past -> past.unverified().size()).containsOnly(0);
        assertThat(history.get(1).officers()).containsExactly(brief(world.first), brief(world.second));
        assertThat(history.get(2).officers()).isEmpty();
        assertThat(history.get(2).isFirst()).isTrue();
    }

    @Test
    void tellsOfAnOfficerWhoLeftThatTheApprovalCannotBeVerified() {
        activation.activate(world.approved(VersionsWorld.other()));
        activation.activate(world.approved(VersionsWorld.FILES));
        Officers left = new Officers(List.of(Officer.of(world.first.leaf()), Officer.of(world.renewed.leaf())));

        List<ActivationStatus.Past> history = world.activation(left).status().history();

        assertThat(history.get(1).officers()).containsExactly(brief(world.first));
        assertThat(history.get(1).unverified()).containsExactly(brief(world.second));
        assertThat(history.get(1).genuine()).isFalse();
        assertThat(history.get(2).genuine()).isTrue();
    }

    private static String brief(ExampleIdentity officer) {
        return Officer.of(officer.leaf()).fingerprint().substring(0, 12);
    }

    @Test
    void refusesAFaultyCatalogueWithItsFaultsAndKeepsNothingOfIt() {
        assertThatThrownBy(() -> activation.load(
                        VersionsWorld.changed("types/VT_REPORT.yaml", "school.attendance", "school.grades")))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("school.grades");
        assertThat(activation.status().versions()).hasSize(1);
    }

    @Test
    void knowsAVersionByItsFirstDigits() {
        String version = activation.load(VersionsWorld.other()).version();

        assertThat(activation.resolve(version.substring(7, 15))).isEqualTo(version);
        assertThat(activation.resolve(version)).isEqualTo(version);
        assertThatThrownBy(() -> activation.resolve("sha256:")).hasMessageContaining("at least 8 digits");
        assertThatThrownBy(() -> activation.resolve("00000000")).hasMessageContaining("No such version");
    }

    @Test
    void theDatabaseItselfWantsTwoOfficers() {
        String version = rehearsed();
        world.approve(version, world.first);

        assertThatThrownBy(() -> insertActivation(2, version)).hasMessageContaining("catalogue_event_two_officers");
        assertThatThrownBy(() -> insertActivation(3, version)).hasMessageContaining("catalogue_event_next_activation");
        assertThatThrownBy(() -> insertActivation(1, version)).hasMessageContaining("catalogue_event_next_activation");
    }

    @Test
    void theRunningGatewayCannotChangeOrDeleteAVersionOrAnEvent() {
        for (String sql : new String[] {
            "update catalogue_version set content = ''",
            "delete from catalogue_version",
            "update catalogue_event set version = version",
            "delete from catalogue_event"
        }) {
            assertThatThrownBy(() -> world.jdbc.sql(sql).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theDatabaseRefusesContentUnderAnotherHash() {
        JdbcClient owner = world.owner;
        assertThatThrownBy(() ->
                        owner.sql("update catalogue_version set content = 'x'").update())
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void saysThatNothingIsInForceBeforeTheFirstStart() {
        Activation early = VersionsWorld.empty().activation();

        assertThatThrownBy(early::status).hasMessageContaining("start the gateway once");
    }

    private String rehearsed() {
        String version = activation.load(VersionsWorld.other()).version();
        activation.rehearse(version, done -> {});
        return version;
    }

    /** As somebody does who has the password of the owner of the tables. */
    private void insertActivation(int number, String version) {
        world.owner
                .sql("insert into catalogue_event (activation, version, state, at, signature)"
                        + " values (?, ?, 'ACTIVATED', now(), " + (number == 1 ? "'x'" : "null") + ")")
                .params(number, version)
                .update();
    }
}

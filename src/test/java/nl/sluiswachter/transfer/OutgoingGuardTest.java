package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import org.junit.jupiter.api.Test;

/** A fault in the checks or in what they leave out ends as a refusal, never as a delivery. */
class OutgoingGuardTest {

    private final List<Submitted> alarms = new ArrayList<>();
    private final DecideStage decide = new DecideStage(alarms::add);

    @Test
    void letsThroughWhatRemainsOfAPermittedMessage() {
        assertThat(decide.decide(permitted()).isPermit()).isTrue();
        assertThat(alarms).isEmpty();
    }

    @Test
    void refusesAFieldThatShouldHaveBeenLeftOut() {
        Minimal faulty = with("legal.criminal", JsonNodeFactory.instance.textNode("Qz"));

        Decided decided = decide.decide(faulty);

        assertThat(decided.isPermit()).isFalse();
        assertThat(decided.outgoing()).isEmpty();
        assertThat(decided.delivered()).isEmpty();
        assertThat(((Decision.Deny) decided.decision()).reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo(Code.RULE_NOT_EVALUATED);
                    assertThat(reason.article()).isEqualTo("AVG art. 5 lid 1 onder c");
                });
        assertThat(decided.findings()).filteredOn(Finding::isFailure).hasSize(1);
        assertThat(alarms).containsExactly(faulty.examined().submitted());
    }

    @Test
    void refusesAMemberThatShouldHaveBeenLeftOutOfAField() {
        JsonNode name =
                JsonNodeFactory.instance.objectNode().put("family", "Qz").put("nickname", "Qz");

        assertThat(decide.decide(with("identity.name", name)).isPermit()).isFalse();
    }

    @Test
    void refusesWhenTheMinimumIsGone() {
        assertThat(decide.decide(with("identity.name", null)).isPermit()).isFalse();
    }

    @Test
    void refusesADryRunAlike() {
        Minimal faulty = with("legal.criminal", JsonNodeFactory.instance.textNode("Qz"));
        Submitted real = faulty.examined().submitted();
        Submitted dry = Worlds.copy(real, Nature.DRY_RUN, real.message().persons());
        Case examined = faulty.examined();
        Case dryCase = new Case(
                dry,
                examined.identities(),
                examined.consents(),
                examined.facts(),
                examined.found(),
                examined.ambiguous(),
                examined.asked(),
                examined.findings(),
                examined.removals());

        assertThat(decide.decide(new Minimal(dryCase, faulty.persons())).isPermit())
                .isFalse();
    }

    @Test
    void refusesContentOfADepartmentThatOnlyTheResidentIsSaidToHaveTold() {
        Submitted submitted = Stream.iterate(0L, seed -> seed + 1)
                .map(seed -> Worlds.of(seed).submitted())
                .filter(made -> made.rule().purpose().equals("PW_TASK"))
                .findFirst()
                .orElseThrow();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("exchangeType", "MUNICIPAL_REUSE").put("purpose", "PW_TASK");
        submitted.rule().articles().forEach(content.withArray("legalBasis")::add);
        ObjectNode person = content.withArray("persons").addObject();
        person.put("ref", "p1").put("relation", "SUBJECT");
        ObjectNode data = person.putObject("data");
        data.putObject("identity")
                .put("bsn", "999993653")
                .putObject("name")
                .put("given", "Anna")
                .put("family", "Jansen");
        data.putObject("work").put("status", "werkt");
        ObjectNode origins = person.putObject("origins");
        origins.put("identity.name", "RESIDENT").put("identity.bsn", "RESIDENT").put("work.status", "PW");
        OutgoingGuard guard = new OutgoingGuard();

        assertThat(guard.accepts(submitted, content)).isTrue();
        origins.putArray("work.status").add("PW").add("RESIDENT");
        assertThat(guard.accepts(submitted, content)).isTrue();
        origins.putArray("work.status").add("RESIDENT");
        assertThat(guard.accepts(submitted, content)).isFalse();
        origins.put("work.status", "RESIDENT");
        assertThat(guard.accepts(submitted, content)).isFalse();
    }

    /** What remains of the first message that may go. */
    private static Minimal permitted() {
        for (long seed = 0; ; seed++) {
            Worlds.World world = Worlds.of(seed);
            if (world.decide().isPermit()) {
                return world.path().minimise(world.submitted());
            }
        }
    }

    /** The same after a fault: a field more about the first person, or one less. */
    private static Minimal with(String path, JsonNode value) {
        Minimal good = permitted();
        List<MinimalPerson> persons = new ArrayList<>(good.persons());
        MinimalPerson first = persons.get(0);
        Map<String, JsonNode> fields = new LinkedHashMap<>(first.fields());
        if (value == null) {
            fields.remove(path);
        } else {
            fields.put(path, value);
        }
        persons.set(0, new MinimalPerson(first.person(), fields, first.secretAddress()));
        return new Minimal(good.examined(), persons);
    }
}

package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.PartyRef;

/** A way out is a promise: who does what it says, and gets the yes, is not refused for that reason again. */
@Tag("property")
class OfferedConsentPropertyTest {

    private static final Set<String> CONSENT = Set.of("ASK_CONSENT", "ASK_WAIVER");

    /** Two parents, so that a dispute between representatives is settled by both. */
    private static final List<String> REPRESENTATIVES = List.of("999990019", "010464554");

    @Property(tries = 700, shrinking = ShrinkingMode.OFF)
    void aConsentGivenAsOfferedTakesAwayTheReasonThatOfferedIt(@ForAll long seed) {
        Worlds.World world = withFewConsents(seed);
        Decided refused = world.decide();
        List<WayOut> offers = offers(refused);
        Statistics.collect(!offers.isEmpty());
        Statistics.coverage(checker -> checker.check(true).percentage(p -> p > 10));
        if (offers.isEmpty()) {
            return;
        }
        List<Consent> consents = new ArrayList<>(world.consents());
        offers.forEach(offer -> consents.addAll(given(world, offer)));

        Decided again = world.withRegisters(consents, world.facts()).decide();

        Set<Why> offering = offering(refused, offers);
        assertThat(whys(again)).noneMatch(offering::contains);
    }

    /** Sometimes none, mostly some: each kind of fault of a consent must come up. */
    private static Worlds.World withFewConsents(long seed) {
        Worlds.World world = Worlds.of(seed);
        Random random = new Random(seed);
        int keep = random.nextInt(3);
        List<Consent> few = world.consents().stream()
                .filter(consent -> random.nextInt(3) < keep)
                .toList();
        return world.withRegisters(few, world.facts());
    }

    /** What of a reason must not come back. */
    private record Why(CheckName check, String code, Optional<String> person) {
        static Why of(Finding finding) {
            return new Why(finding.check(), finding.code().name(), finding.person());
        }
    }

    /** The offers that can be registered: with a body, about somebody whom the register can know. */
    private static List<WayOut> offers(Decided decided) {
        return decided.decision() instanceof Decision.Deny deny
                ? deny.waysOut().stream()
                        .filter(way ->
                                CONSENT.contains(way.code()) && way.body().isPresent())
                        .filter(way -> way.person()
                                .filter(ref -> isKnowable(decided, ref))
                                .isPresent())
                        .toList()
                : List.of();
    }

    private static boolean isKnowable(Decided decided, String ref) {
        return !decided.identities().get(ref).keys().isEmpty();
    }

    /** The reasons to which one of the offers belongs: about its person, or about the message as a whole. */
    private static Set<Why> offering(Decided refused, List<WayOut> offers) {
        Set<String> persons =
                offers.stream().flatMap(offer -> offer.person().stream()).collect(Collectors.toSet());
        Set<String> codes = offers.stream().map(WayOut::code).collect(Collectors.toSet());
        return refused.findings().stream()
                .filter(Finding::isFailure)
                .filter(reason -> reason.person().map(persons::contains).orElse(true))
                .filter(reason -> Worlds.CATALOGUE.texts().reasons().get(reason.code()).remedies().stream()
                        .anyMatch(codes::contains))
                .map(Why::of)
                .collect(Collectors.toSet());
    }

    private static Set<Why> whys(Decided decided) {
        Set<Why> whys = new HashSet<>();
        decided.findings().stream().filter(Finding::isFailure).map(Why::of).forEach(whys::add);
        return whys;
    }

    /** The body as it is, plus the subject, of age where the message does not tell, and the yes of everybody whom the offer names. */
    private static List<Consent> given(Worlds.World world, WayOut offer) {
        List<Giver.Relation> givers = offer.details().getOrDefault("givenBy", List.of()).stream()
                .map(Giver.Relation::valueOf)
                .toList();
        Stream<Giver> yes = (givers.isEmpty() ? List.of(Giver.Relation.values()) : givers)
                .stream()
                        .flatMap(relation -> relation == Giver.Relation.SELF
                                ? Stream.of(new Giver(relation, Optional.empty()))
                                : REPRESENTATIVES.stream()
                                        .map(bsn -> new Giver(relation, Optional.of(TestPath.KEYS.of(new Bsn(bsn))))));
        return yes.map(giver -> registered(world, offer, giver)).toList();
    }

    private static Consent registered(Worlds.World world, WayOut offer, Giver giver) {
        Submitted submitted = world.submitted();
        Person person = submitted.message().persons().stream()
                .filter(one -> offer.person().equals(Optional.of(one.ref())))
                .findFirst()
                .orElseThrow();
        SubjectIdentity subject = new Identities(TestPath.KEYS).of(person);
        Optional<LocalDate> birthdate = Identities.birthdate(person);
        ObjectNode body = offer.body().orElseThrow();
        assertThat(body.get("state").asText()).isEqualTo(ConsentState.REQUESTED.name());
        Instant at = submitted.receivedAt().minusSeconds(1);
        return new Consent(
                UUID.randomUUID(),
                subject,
                ConsentKind.valueOf(body.get("kind").asText()),
                Set.copyOf(texts(body.get("exchangeTypes"))),
                Optional.ofNullable(body.get("purpose")).map(JsonNode::asText),
                Optional.of(PartyRef.parse(body.get("sender").asText())),
                texts(body.get("receivers")).stream().map(PartyRef::parse).toList(),
                texts(body.get("dataCategories")),
                giver,
                at,
                Optional.empty(),
                new Freedom(true, true, true, true),
                birthdate,
                birthdate
                        .map(day -> !day.isAfter(submitted.day().minusYears(18)))
                        .orElse(true),
                ConsentState.GIVEN,
                at,
                submitted.sender().oin());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

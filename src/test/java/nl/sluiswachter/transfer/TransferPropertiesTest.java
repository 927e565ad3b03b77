package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.freetext.Found;
import nl.sluiswachter.freetext.FreeTextGuard;
import nl.sluiswachter.freetext.Kind;

/** What holds for every message and every state of the registers. */
@Tag("property")
class TransferPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Facts that open a way; the others close one, so that taking them away may well permit. */
    private static final Set<FactKind> OPENING = Set.of(FactKind.COMMITMENT, FactKind.LEGAL_MEASURE);

    /** The fields that are there for a telephone number or an e-mail address. */
    private static final Set<String> OWN =
            Set.of("contact.phone", "contact.email", "rep.contact", "reporter.contact", "case.coordinator");

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void deliversNothingThatWasNotSubmittedOrIsNotOnTheList(@ForAll long seed) throws IOException {
        Worlds.World world = Worlds.of(seed);
        Decided decided = world.decide();
        Statistics.collect(decided.isPermit());
        Statistics.coverage(checker -> checker.check(true).percentage(p -> p > 15 && p < 85));
        if (decided.outgoing().isEmpty()) {
            assertThat(decided.isPermit()).isFalse();
            return;
        }

        JsonNode content = JSON.readTree(decided.outgoing().get().payload());
        for (JsonNode sent : content.get("persons")) {
            Person person = world.submitted().message().persons().stream()
                    .filter(p -> p.ref().equals(sent.get("ref").asText()))
                    .findFirst()
                    .orElseThrow();
            Map<String, JsonNode> delivered =
                    ExampleReader.person(person.ref(), withOrigin(sent)).fields();
            delivered.forEach((path, value) -> {
                assertThat(isWithin(value, person.fields().get(path))).as(path).isTrue();
                assertThat(isListed(world.submitted(), person, path)).as(path).isTrue();
            });
            assertThat(delivered.keySet())
                    .containsExactlyInAnyOrderElementsOf(decided.delivered().get(person.ref()));
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void noTextDeliversANumberThatItsReceiverMayNotHave(@ForAll long seed) throws IOException {
        Decided decided = Worlds.of(seed).decide();
        if (decided.outgoing().isEmpty()) {
            return;
        }
        JsonNode content = JSON.readTree(decided.outgoing().get().payload());
        String texts = content.toString().replaceAll("\"bsn\":\"[0-9]{9}\"", "");
        Set<String> delivered = new HashSet<>(content.findValuesAsText("bsn"));
        boolean masked = texts.contains("weggelaten]");
        Statistics.collect(masked);
        Statistics.coverage(checker -> checker.check(true).percentage(p -> p > 10));

        List<Found> found = new FreeTextGuard().find(texts);
        assertThat(found).noneMatch(place -> place.kind() == Kind.IBAN);
        assertThat(found.stream()
                        .filter(place -> place.kind() == Kind.BSN)
                        .map(place -> FreeTextGuard.digits(texts, place)))
                .allMatch(delivered::contains);
        assertThat(decided.removed().stream().anyMatch(removal -> removal.code() == Code.FREE_TEXT_MASKED))
                .isEqualTo(masked);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void aTextHoldsOnlyContactDataThatGoesInAFieldOfThatPerson(@ForAll long seed) throws IOException {
        Map<String, Map<String, JsonNode>> sent = sent(Worlds.of(seed).decide());
        boolean kept = false;
        for (Map<String, JsonNode> fields : sent.values()) {
            Set<String> own = new HashSet<>();
            OWN.forEach(path -> own.addAll(held(fields.get(path), Kind.PHONE, Kind.EMAIL)));
            for (String path : fields.keySet()) {
                if (!OWN.contains(path)) {
                    Set<String> held = held(fields.get(path), Kind.PHONE, Kind.EMAIL);
                    kept |= !held.isEmpty();
                    assertThat(own).as(path).containsAll(held);
                    assertThat(path.equals("identity.address") ? Set.of() : held(fields.get(path), Kind.ADDRESS))
                            .as(path)
                            .isEmpty();
                }
            }
        }
        Statistics.collect(kept);
        Statistics.coverage(checker -> checker.check(true).count(n -> n > 0));
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void leavingOutAFieldNeverLetsMoreThroughInATextOfThatPerson(@ForAll long seed) throws IOException {
        Worlds.World world = Worlds.of(seed);
        Random random = new Random(seed);
        List<Person> persons = new ArrayList<>();
        for (Person person : world.submitted().message().persons()) {
            Map<String, JsonNode> fields = new LinkedHashMap<>(person.fields());
            fields.keySet().removeIf(path -> OWN.contains(path) || random.nextInt(10) == 0);
            persons.add(new Person(person.ref(), person.relation(), person.origin(), fields, person.origins()));
        }

        Map<String, Map<String, JsonNode>> more = sent(world.decide());
        Map<String, Map<String, JsonNode>> fewer =
                sent(world.withPersons(persons).decide());

        fewer.forEach((ref, fields) -> fields.forEach((path, value) -> {
            JsonNode before = more.getOrDefault(ref, Map.of()).get(path);
            if (before != null) {
                assertThat(held(before, Kind.values())).as(path).containsAll(held(value, Kind.values()));
            }
        }));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void losingAConsentNeverPermits(@ForAll("onConsent") long seed, @ForAll int which) {
        sometimesMatters(losesAConsent(seed, which));
    }

    private static boolean losesAConsent(long seed, int which) {
        Worlds.World world = Worlds.of(seed);
        if (world.consents().isEmpty()) {
            return false;
        }
        List<Consent> fewer = new ArrayList<>(world.consents());
        fewer.remove(Math.floorMod(which, fewer.size()));

        return assertNoBetter(world, world.withRegisters(fewer, world.facts()));
    }

    /** Two residents at one table: one kept too little and refused both, where keeping nothing dropped out alone. */
    @Example
    void losingAConsentDoesNotHelpWhoSharesTheMessage() {
        losesAConsent(-3475463, 1450);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void losingAFactThatOpensAWayNeverPermits(@ForAll("onFacts") long seed) {
        Worlds.World world = Worlds.of(seed);
        List<Fact> fewer = world.facts().stream()
                .filter(fact -> !OPENING.contains(fact.kind()))
                .toList();

        sometimesMatters(assertNoBetter(world, world.withRegisters(world.consents(), fewer)));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aFactThatClosesAWayNeverPermits(@ForAll long seed) {
        Worlds.World world = Worlds.of(seed);
        List<Fact> fewer = world.facts().stream()
                .filter(fact -> OPENING.contains(fact.kind()))
                .toList();

        sometimesMatters(assertNoBetter(world.withRegisters(world.consents(), fewer), world));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void anUnknownFieldChangesNothingButTheListOfWhatWasLeftOut(@ForAll long seed) {
        Worlds.World world = Worlds.of(seed);
        List<Person> persons = new ArrayList<>();
        for (Person person : world.submitted().message().persons()) {
            Map<String, JsonNode> fields = new LinkedHashMap<>(person.fields());
            fields.put("identity.shoe_size", JsonNodeFactory.instance.textNode("43"));
            fields.put("hobby", JsonNodeFactory.instance.textNode("chess"));
            persons.add(new Person(person.ref(), person.relation(), person.origin(), fields, person.origins()));
        }

        Decided without = world.decide();
        Decided with = world.withPersons(persons).decide();

        assertThat(payload(with)).isEqualTo(payload(without));
        assertThat(with.decision()).isEqualTo(without.decision());
        assertThat(with.delivered()).isEqualTo(without.delivered());
        assertThat(with.consents()).isEqualTo(without.consents());
        assertThat(with.removed()).containsAll(without.removed());
        assertThat(withoutFieldCheck(with)).isEqualTo(withoutFieldCheck(without));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aDryRunDecidesAsTheRealThingAndSendsNothing(@ForAll long seed) {
        Worlds.World world = Worlds.of(seed);

        Decided real = world.decide();
        Decided dry = world.asDryRun().decide();

        assertThat(new Explanation(dry).toJson()).isEqualTo(new Explanation(real).toJson());
        assertThat(dry.consents()).isEqualTo(real.consents());
        assertThat(dry.delivered()).isEqualTo(real.delivered());
        assertThat(dry.outgoing()).isEmpty();
        assertThat(real.outgoing().isPresent()).isEqualTo(real.isPermit());
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void orderDoesNotMatter(@ForAll long seed) throws IOException {
        Worlds.World world = Worlds.of(seed);
        Random random = new Random(seed);
        List<Person> persons = new ArrayList<>();
        for (Person person : shuffled(world.submitted().message().persons(), random)) {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            shuffled(List.copyOf(person.fields().keySet()), random)
                    .forEach(path -> fields.put(path, person.fields().get(path)));
            persons.add(new Person(person.ref(), person.relation(), person.origin(), fields, person.origins()));
        }

        Decided one = world.decide();
        Decided other = world.withPersons(persons)
                .withRegisters(shuffled(world.consents(), random), shuffled(world.facts(), random))
                .decide();

        assertThat(new HashSet<>(other.findings())).isEqualTo(new HashSet<>(one.findings()));
        assertThat(new HashSet<>(other.removed())).isEqualTo(new HashSet<>(one.removed()));
        assertThat(new HashSet<>(other.consents())).isEqualTo(new HashSet<>(one.consents()));
        assertThat(personsSent(other)).isEqualTo(personsSent(one));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aPermitHasNoFailureAndARefusalHasAtLeastOne(@ForAll long seed) {
        Decided decided = Worlds.of(seed).decide();

        assertThat(decided.findings().stream().anyMatch(Finding::isFailure)).isNotEqualTo(decided.isPermit());
        assertThat(decided.findings()).allSatisfy(f -> assertThat(f.article()).isNotBlank());
        assertThat(decided.findings().stream().map(Finding::check).collect(Collectors.toSet()))
                .containsAll(List.of(CheckName.values()).subList(0, CheckName.OBLIGATION.ordinal()));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void noAccountOfADecisionHoldsASubmittedValueOrAMadeUpName(@ForAll long seed) {
        Decided decided = Worlds.of(seed).decide();

        // The list of what was left out goes back to its sender with the sender's own plain names; the log has known
        // ones.
        ObjectNode answer = new Explanation(decided).toJson();
        answer.remove("removed");
        String account = decided.findings()
                + "\n" + decided.removed().stream().map(Removal::known).toList()
                + "\n" + answer;
        assertThat(account.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("qz")
                .doesNotContain("qan")
                .doesNotContain("999993653")
                .doesNotContain("made")
                .doesNotContain("1903-01-17");
    }

    /** Where the exchange rests on consent and some is registered. */
    @Provide
    Arbitrary<Long> onConsent() {
        return where(world -> world.submitted().rule().consent().demand() != ConsentDemand.NONE
                && !world.consents().isEmpty());
    }

    /** Where the exchange rests on a fact that somebody registers. */
    @Provide
    Arbitrary<Long> onFacts() {
        return where(world -> world.submitted().rule().preconditions().stream()
                .anyMatch(rule -> rule.kind() == Precondition.COMMITMENT || rule.kind() == Precondition.LEGAL_MEASURE));
    }

    private static Arbitrary<Long> where(Predicate<Worlds.World> rests) {
        return Arbitraries.longs().filter(2000, seed -> rests.test(Worlds.of(seed)));
    }

    /** Whether it got worse. */
    private static boolean assertNoBetter(Worlds.World richer, Worlds.World poorer) {
        Decided before = richer.decide();
        Decided after = poorer.decide();
        if (after.isPermit()) {
            assertThat(before.isPermit()).isTrue();
            after.delivered()
                    .forEach((ref, paths) -> assertThat(before.delivered().getOrDefault(ref, List.of()))
                            .containsAll(paths));
        }
        return before.isPermit() && !before.delivered().equals(after.delivered());
    }

    /** Among all tries there must be some where what was taken away made a difference. */
    private static void sometimesMatters(boolean difference) {
        Statistics.collect(difference);
        Statistics.coverage(checker -> checker.check(true).count(n -> n > 0));
    }

    /** What goes, per person and path; nothing for a refusal. */
    private static Map<String, Map<String, JsonNode>> sent(Decided decided) throws IOException {
        Map<String, Map<String, JsonNode>> sent = new LinkedHashMap<>();
        if (decided.outgoing().isPresent()) {
            JSON.readTree(decided.outgoing().get().payload())
                    .get("persons")
                    .forEach(person -> sent.put(
                            person.get("ref").asText(),
                            ExampleReader.person(person.get("ref").asText(), withOrigin(person))
                                    .fields()));
        }
        return sent;
    }

    /** What stands in the texts of a value, each in one spelling. */
    private static Set<String> held(JsonNode value, Kind... kinds) {
        Set<String> held = new HashSet<>();
        if (value != null && value.isContainerNode()) {
            value.forEach(part -> held.addAll(held(part, kinds)));
        } else if (value != null) {
            new FreeTextGuard()
                    .find(value.asText()).stream()
                            .filter(found -> List.of(kinds).contains(found.kind()))
                            .forEach(found -> held.add(FreeTextGuard.spelling(value.asText(), found)));
        }
        return held;
    }

    private static JsonNode withOrigin(JsonNode sent) {
        return sent.<ObjectNode>deepCopy().put("origin", "RESIDENT");
    }

    /** Equal, or an object or list whose parts are all within what was submitted. */
    private static boolean isWithin(JsonNode sent, JsonNode submitted) {
        if (submitted == null) {
            return false;
        }
        if (sent.isObject()) {
            return sent.properties().stream()
                    .allMatch(member -> isWithin(member.getValue(), submitted.get(member.getKey())));
        }
        if (sent.isArray()) {
            boolean all = sent.size() == submitted.size();
            for (int i = 0; all && i < sent.size(); i++) {
                all = isWithin(sent.get(i), submitted.get(i));
            }
            return all;
        }
        return sent.equals(submitted) || isMasked(sent, submitted);
    }

    /** The same text but for the places where a mask stands. */
    private static boolean isMasked(JsonNode sent, JsonNode submitted) {
        if (!sent.isTextual() || !submitted.isValueNode()) {
            return false;
        }
        String kept = Pattern.quote(sent.textValue());
        for (Kind kind : Kind.values()) {
            kept = kept.replace(kind.mask(), "\\E.+\\Q");
        }
        return Pattern.compile(kept, Pattern.DOTALL).matcher(submitted.asText()).matches();
    }

    /** On the list of the type, or demanded by law where the message has no BSN. */
    private static boolean isListed(Submitted submitted, Person person, String path) {
        boolean listed = submitted
                .rule()
                .fields()
                .perRelation()
                .getOrDefault(person.relation(), Set.of())
                .contains(path);
        boolean fallback = Set.of("identity.name", "identity.birthdate", "identity.address")
                        .contains(path)
                && !person.fields().containsKey("identity.bsn");
        return listed || fallback;
    }

    private static List<Finding> withoutFieldCheck(Decided decided) {
        return decided.findings().stream()
                .filter(finding -> finding.check() != CheckName.FIELDS)
                .toList();
    }

    private static String payload(Decided decided) {
        return decided.outgoing().map(out -> new String(out.payload())).orElse("");
    }

    private static Set<JsonNode> personsSent(Decided decided) throws IOException {
        Set<JsonNode> persons = new HashSet<>();
        if (decided.outgoing().isPresent()) {
            JSON.readTree(decided.outgoing().get().payload()).get("persons").forEach(persons::add);
        }
        return persons;
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}

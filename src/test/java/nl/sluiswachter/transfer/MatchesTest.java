package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import org.junit.jupiter.api.Test;

class MatchesTest {

    private final Optional<SubjectKey> number = Optional.of(new SubjectKey(UUID.randomUUID()));
    private final Optional<SubjectKey> otherNumber = Optional.of(new SubjectKey(UUID.randomUUID()));
    private final Optional<SubjectKey> set = Optional.of(new SubjectKey(UUID.randomUUID()));
    private final Submitted submitted = SomeDecision.that(true).submitted();

    @Test
    void anObjectionUnderTheNumberCountsForTheSetOnceAFactLinksThem() {
        Fact objection = fact(FactKind.OBJECTION, new SubjectIdentity(number, Optional.empty()));
        Fact link = fact(FactKind.COMMITMENT, new SubjectIdentity(number, set));
        SubjectIdentity person = new SubjectIdentity(Optional.empty(), set);

        assertThat(matched(person, objection, link)).containsExactlyInAnyOrder(objection, link);
        assertThat(matched(person, objection)).isEmpty();
    }

    @Test
    void aFactAboutSomebodyElseDoesNotCount() {
        Fact stranger = fact(FactKind.OBJECTION, new SubjectIdentity(otherNumber, Optional.empty()));

        assertThat(matched(new SubjectIdentity(number, set), stranger)).isEmpty();
    }

    @Test
    void twoNumbersUnderOneSetAreAmbiguous() {
        Fact one = fact(FactKind.ADDRESS_SECRECY, new SubjectIdentity(number, set));
        Fact two = fact(FactKind.ADDRESS_SECRECY, new SubjectIdentity(otherNumber, set));
        Map<String, SubjectIdentity> persons = Map.of("p1", new SubjectIdentity(Optional.empty(), set));

        assertThat(matches(persons, one, two).ambiguous()).containsExactly("p1");
        assertThat(matches(persons, one).ambiguous()).isEmpty();
    }

    private List<Fact> matched(SubjectIdentity person, Fact... facts) {
        return matches(Map.of("p1", person), facts).facts().get("p1");
    }

    private Case matches(Map<String, SubjectIdentity> persons, Fact... facts) {
        return new Matches(persons, new Registers.Known(List.of(), List.of(facts)), Optional.empty(), submitted)
                .toCase();
    }

    private static Fact fact(FactKind kind, SubjectIdentity subject) {
        return new Fact(UUID.randomUUID(), kind, subject, Optional.empty(), Map.of(), Instant.EPOCH, Optional.empty());
    }
}

package nl.sluiswachter.transfer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.SubjectKeys;

/** Second step of the path: is this exchange lawful for these parties, this purpose and these data? */
public final class PurposeStage {

    private static final List<Check> CHECKS = List.of(
            new PartiesCheck(),
            new ExchangeTypeCheck(),
            new PurposeMatchCheck(),
            new IdentityCheck(),
            new PreconditionCheck(),
            new ObjectionCheck(),
            new OriginCheck());

    private final Identities identities;
    private final Registers registers;

    public PurposeStage(SubjectKeys keys, Registers registers) {
        this.identities = new Identities(keys);
        this.registers = registers;
    }

    /** Looks up what is registered about the persons, once, and runs the checks on purpose and law. */
    public Lawful examine(Submitted submitted) {
        Map<String, SubjectIdentity> known = new HashMap<>();
        submitted.message().persons().forEach(person -> known.put(person.ref(), identities.of(person)));
        Set<SubjectKey> keys =
                known.values().stream().flatMap(PurposeStage::keys).collect(Collectors.toSet());
        Registers.Known found = keys.isEmpty() ? new Registers.Known(List.of(), List.of()) : registers.lookUp(keys);
        return new Lawful(new Matches(known, found).toCase(submitted).examinedBy(CHECKS));
    }

    private static Stream<SubjectKey> keys(SubjectIdentity identity) {
        return Stream.of(identity.byBsn(), identity.bySet()).flatMap(key -> key.stream());
    }

    /** Assigns what was found to the persons of the message. */
    private record Matches(Map<String, SubjectIdentity> persons, Registers.Known found) {

        Case toCase(Submitted submitted) {
            return new Case(
                    submitted,
                    persons,
                    perPerson(found.consents(), c -> c.subject()),
                    perPerson(
                            found.facts().stream()
                                    .filter(fact -> fact.holdsAt(submitted.receivedAt()))
                                    .toList(),
                            f -> f.subject()),
                    ambiguous(),
                    List.of(),
                    Map.of());
        }

        private <T> Map<String, List<T>> perPerson(
                Collection<T> entries, java.util.function.Function<T, SubjectIdentity> subject) {
            Map<String, List<T>> result = new HashMap<>();
            persons.forEach((ref, person) -> result.put(
                    ref,
                    entries.stream()
                            .filter(entry -> isSame(person, subject.apply(entry)))
                            .toList()));
            return result;
        }

        private Set<String> ambiguous() {
            Set<String> refs = new HashSet<>();
            persons.forEach((ref, person) -> {
                Set<SubjectKey> numbers = Stream.concat(
                                found.consents().stream().map(c -> c.subject()),
                                found.facts().stream().map(f -> f.subject()))
                        .filter(registered -> isSame(person, registered))
                        .flatMap(registered -> registered.byBsn().stream())
                        .collect(Collectors.toSet());
                person.byBsn().ifPresent(numbers::add);
                if (numbers.size() > 1) {
                    refs.add(ref);
                }
            });
            return refs;
        }

        private static boolean isSame(SubjectIdentity one, SubjectIdentity other) {
            boolean sameNumber = one.byBsn().isPresent() && one.byBsn().equals(other.byBsn());
            boolean sameSet = one.bySet().isPresent() && one.bySet().equals(other.bySet());
            return sameNumber || sameSet;
        }
    }
}

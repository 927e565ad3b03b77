package nl.sluiswachter.transfer;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.RefusedRequest;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;

/** Registers that hold what a test gives them; finds by key as the tables do. */
record MemoryRegisters(List<Consent> consents, List<Fact> facts, List<RefusedRequest> refusals) implements Registers {

    MemoryRegisters(List<Consent> consents, List<Fact> facts) {
        this(consents, facts, List.of());
    }

    @Override
    public Known lookUp(Collection<SubjectKey> keys) {
        return new Known(
                consents.stream().filter(c -> isAmong(keys, c.subject())).toList(),
                facts.stream().filter(f -> isAmong(keys, f.subject())).toList(),
                refusals.stream().filter(r -> isAmong(keys, r.subject())).toList());
    }

    private static boolean isAmong(Collection<SubjectKey> keys, SubjectIdentity subject) {
        return Stream.of(subject.byBsn(), subject.bySet())
                .flatMap(key -> key.stream())
                .anyMatch(keys::contains);
    }
}

package nl.sluiswachter.transfer;

import java.util.HashMap;
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
        return new Lawful(new Matches(known, found, submitted).toCase().examinedBy(CHECKS));
    }

    private static Stream<SubjectKey> keys(SubjectIdentity identity) {
        return Stream.of(identity.byBsn(), identity.bySet()).flatMap(key -> key.stream());
    }
}

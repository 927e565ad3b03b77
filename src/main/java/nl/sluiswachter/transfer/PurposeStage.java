package nl.sluiswachter.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.SubjectKeys;

/** Second step of the path: is this exchange lawful for these parties, this purpose and these data? */
public final class PurposeStage {

    private static final Registers.Known NOTHING = new Registers.Known(List.of(), List.of());
    private static final List<Check> CHECKS = List.of(
            new PartiesCheck(),
            new ExchangeTypeCheck(),
            new PurposeMatchCheck(),
            new IdentityCheck(),
            new PreconditionCheck(),
            new RequestCheck(),
            new ObjectionCheck(),
            new OriginCheck());

    /** What can be said without the registers. */
    private static final List<Check> BLIND_CHECKS =
            List.of(new PartiesCheck(), new ExchangeTypeCheck(), new PurposeMatchCheck(), new OriginCheck());

    private final Identities identities;
    private final Registers registers;
    private final Requests requests;

    public PurposeStage(SubjectKeys keys, Registers registers, Requests requests) {
        this.identities = new Identities(keys);
        this.registers = registers;
        this.requests = requests;
    }

    /**
     * Looks up what is registered about the persons, once, and runs the checks on purpose and law. Who may not send this
     * at all is told so without a look into the registers: a refusal must not be a way to read them.
     */
    public Lawful examine(Submitted submitted) {
        Map<String, SubjectIdentity> known = new HashMap<>();
        submitted.message().persons().forEach(person -> known.put(person.ref(), identities.of(person)));
        return isEntitled(submitted)
                ? judge(submitted, known, lookUp(known), asked(submitted))
                : judge(submitted, known, NOTHING, Optional.empty());
    }

    private Optional<Requests.Asked> asked(Submitted submitted) {
        return submitted.type().answers() == null
                ? Optional.empty()
                : submitted
                        .message()
                        .replyTo()
                        .flatMap(id -> requests.find(
                                id,
                                submitted.message().receiver(),
                                submitted.sender().oin()));
    }

    /** The checks on what is known already; also for a decision that is rehearsed. */
    static Lawful judge(
            Submitted submitted,
            Map<String, SubjectIdentity> persons,
            Registers.Known found,
            Optional<Requests.Asked> asked) {
        return new Lawful(new Matches(persons, found, asked, submitted)
                .toCase()
                .examinedBy(isEntitled(submitted) ? CHECKS : BLIND_CHECKS));
    }

    static boolean isEntitled(Submitted submitted) {
        return submitted.sender().actsAs(submitted.message().senderCapacity())
                && submitted.type().senders().contains(submitted.message().senderCapacity());
    }

    private Registers.Known lookUp(Map<String, SubjectIdentity> persons) {
        Set<SubjectKey> keys = persons.values().stream()
                .flatMap(person -> person.keys().stream())
                .collect(Collectors.toSet());
        return keys.isEmpty() ? NOTHING : registers.lookUp(keys);
    }
}

package nl.sluiswachter.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactRegister;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.PersonEntries;

/** What the entries of one report speak of, asked for many entries at once, and as often when they speak of nothing. */
final class Mentioned {

    private final PersonEntries entries;
    private final ConsentRegister consents;
    private final FactRegister facts;
    private final Party viewer;
    private final Map<UUID, String> types = new HashMap<>();
    private final Map<UUID, ConsentHistory> agreed = new HashMap<>();
    private final Map<UUID, Fact> recorded = new HashMap<>();

    Mentioned(PersonEntries entries, ConsentRegister consents, FactRegister facts, Party viewer) {
        this.entries = entries;
        this.consents = consents;
        this.facts = facts;
        this.viewer = viewer;
    }

    /** Asks for what says whether these may be told. */
    void judge(List<Found> some) {
        types.putAll(entries.exchangeTypes(of(some, LogKind.LOOKUP)
                .flatMap(found -> Telling.transfer(found).stream())
                .collect(Collectors.toSet())));
        consents.find(ids(some, LogKind.CONSENT, "consentId"), viewer)
                .forEach(consent -> agreed.put(consent.id(), consent));
    }

    /** Asks for what it takes to tell these, but for what {@link #judge} asked for. */
    void tell(List<Found> told) {
        facts.find(ids(told, LogKind.FACT, "factId")).forEach(fact -> recorded.put(fact.id(), fact));
    }

    /** The exchange type of a transfer that somebody looked at. */
    Optional<String> type(UUID transfer) {
        return Optional.ofNullable(types.get(transfer));
    }

    Optional<ConsentHistory> consent(UUID id) {
        return Optional.ofNullable(agreed.get(id));
    }

    Optional<Fact> fact(UUID id) {
        return Optional.ofNullable(recorded.get(id));
    }

    /** Everybody whose name telling these takes. */
    Set<Oin> parties(List<Found> told) {
        Set<Oin> parties = new HashSet<>();
        told.forEach(found -> Stream.of("sender", "receiver", "party")
                .flatMap(member -> found.text(member).stream())
                .filter(Oin::isValid)
                .forEach(oin -> parties.add(new Oin(oin))));
        agreed.values().stream()
                .map(consent -> consent.scope().receivers())
                .flatMap(Collection::stream)
                .forEach(receiver -> {
                    if (receiver instanceof PartyRef.ByOin known) {
                        parties.add(known.oin());
                    }
                });
        recorded.values().forEach(fact -> fact.party().ifPresent(parties::add));
        return parties;
    }

    private static Set<UUID> ids(List<Found> some, LogKind kind, String member) {
        return of(some, kind)
                .map(found -> Telling.detail(found, member))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private static Stream<Found> of(List<Found> some, LogKind kind) {
        return some.stream().filter(found -> found.kind() == kind);
    }
}

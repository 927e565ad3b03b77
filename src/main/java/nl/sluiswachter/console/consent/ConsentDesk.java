package nl.sluiswachter.console.consent;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.consent.Change;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.consent.Reporter;
import nl.sluiswachter.console.AddressId;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.console.person.KeptQuestion;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.PartyRef;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.party.PartyRoll.Registered;
import org.springframework.context.MessageSource;

/** Reads and changes consents on behalf of an officer. Of whom nothing is asked in this session, nothing is found. */
final class ConsentDesk {

    private final ConsentRegister register;
    private final LookUps lookUps;
    private final OfficerNames officers;
    private final PartyRoll parties;
    private final ActiveCatalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    ConsentDesk(
            ConsentRegister register,
            LookUps lookUps,
            OfficerNames officers,
            PartyRoll parties,
            ActiveCatalogue catalogue,
            MessageSource messages,
            Clock clock) {
        this.register = register;
        this.lookUps = lookUps;
        this.officers = officers;
        this.parties = parties;
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who asks, why, and by which page. */
    record Look(Officer officer, StatedGround stated, String call) {}

    /** The consents of the person, written down as a look-up before they are read. */
    List<ConsentHistory> all(KeptQuestion question, Look look) {
        lookUps.record(
                look.officer(),
                look.stated(),
                look.call(),
                new TreeSet<>(Set.of("subject")),
                question.subject(),
                Optional.empty());
        return register.search(question.subject(), lookUps.municipality());
    }

    /**
     * One of them.
     *
     * @param all of the person
     */
    record Found(ConsentHistory consent, List<ConsentHistory> all) {

        Found {
            all = List.copyOf(all);
        }
    }

    /** One of them; alike for one that does not exist and for one of somebody else. */
    Found one(KeptQuestion question, String id, Look look) {
        UUID wanted = AddressId.of(id).orElseThrow(NotHere::new);
        List<ConsentHistory> all = all(question, look);
        return all.stream()
                .filter(consent -> consent.id().equals(wanted))
                .findFirst()
                .map(consent -> new Found(consent, all))
                .orElseThrow(NotHere::new);
    }

    /** Takes it back. Whoever comes second changes nothing, and reads on the page who was first. */
    void withdraw(ConsentHistory consent, Happening withdrawn, Officer officer) {
        Reporter by = new Reporter(lookUps.municipality(), Optional.of(officer.id()));
        Change change = register.change(consent.id(), withdrawn, by, clock.instant());
        if (change instanceof Change.Unknown) {
            throw new NotHere();
        }
    }

    /** The words for this reader, about these consents. */
    ConsentSheets sheets(List<ConsentHistory> consents, Locale locale) {
        Set<Oin> named = consents.stream().flatMap(ConsentDesk::named).collect(Collectors.toSet());
        List<Registered> read = parties.some(named);
        Map<Oin, Set<Capacity>> acting =
                read.stream().collect(Collectors.toMap(Registered::oin, Registered::capacities));
        Set<String> noting = consents.stream()
                .flatMap(consent -> consent.events().stream())
                .flatMap(event -> event.officer().stream())
                .collect(Collectors.toSet());
        return new ConsentSheets(
                catalogue.current(),
                lookUps.names(read, messages, locale),
                officers.of(noting),
                acting,
                locale,
                clock.instant());
    }

    private static Stream<Oin> named(ConsentHistory consent) {
        Stream<Oin> scope = Stream.concat(consent.scope().sender().stream(), consent.scope().receivers().stream())
                .flatMap(ref -> ref instanceof PartyRef.ByOin known ? Stream.of(known.oin()) : Stream.empty());
        Stream<Oin> events = consent.events().stream().flatMap(event -> event.by().stream());
        return Stream.of(Stream.of(consent.registeredBy()), scope, events).flatMap(all -> all);
    }
}

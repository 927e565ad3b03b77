package nl.sluiswachter.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.consent.ConsentDraft;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.Giving;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.facts.FactDraft;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.facts.FactRegister;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;

/**
 * Five made-up residents, so that a newcomer can see a permit and each common refusal. All dates are fixed: the
 * registers recognise what they already hold, so loading again changes nothing.
 */
final class DemoResidents {

    private static final Oin WMO = new Oin("00000099000000001000");
    private static final Oin JEUGD = new Oin("00000099000000001100");
    private static final Oin PROVIDER = new Oin("00000099000000002000");
    private static final Oin SCHOOL = new Oin("00000099000000002400");
    private static final Oin WELFARE = new Oin("00000099000000002700");
    private static final Instant SINCE = Instant.parse("2026-09-01T08:00:00Z");
    private static final Freedom FREE = new Freedom(true, true, true, true);

    /** A provider is committed for her; she gave no consent. */
    private static final Resident SANNE = Resident.of("999993653", "Sanne", "de Vries", "1984-03-12", "1234AB", "10");

    /** Consented to a referral to welfare. */
    private static final Resident KARIM = Resident.of("123456782", "Karim", "El Amrani", "1971-09-30", "1234AB", "12");

    /** Consented to the same and withdrew it. */
    private static final Resident WIL = Resident.of("111222333", "Wil", "Bakker", "1949-02-03", "1234AC", "3");

    /** A provider is committed for him; he objects, and his address is secret. */
    private static final Resident JEROEN = Resident.of("999990019", "Jeroen", "Smit", "1990-07-21", "1234AD", "27");

    /** A child of nine, for whom Sanne consented that her school may ask the youth team for help. */
    private static final Resident NOOR = Resident.of("010464554", "Noor", "Visser", "2017-06-15", "1234AB", "10");

    private final Parties parties;
    private final ConsentRegister consents;
    private final FactRegister facts;
    private final SubjectKeys keys;
    private final Clock clock;

    DemoResidents(Parties parties, ConsentRegister consents, FactRegister facts, SubjectKeys keys, Clock clock) {
        this.parties = parties;
        this.consents = consents;
        this.facts = facts;
        this.keys = keys;
        this.clock = clock;
    }

    void load() {
        fact(SANNE, FactKind.COMMITMENT, Optional.of(PROVIDER));
        consent(welfareReferral(KARIM), WMO);
        ConsentHistory withdrawn = consent(welfareReferral(WIL), WMO);
        consents.change(
                withdrawn.id(),
                Happening.withdrawn(Optional.empty(), Optional.of("demo"), Optional.empty()),
                party(WMO),
                clock.instant());
        fact(JEROEN, FactKind.COMMITMENT, Optional.of(PROVIDER));
        fact(JEROEN, FactKind.OBJECTION, Optional.empty());
        fact(JEROEN, FactKind.ADDRESS_SECRECY, Optional.empty());
        consent(schoolToYouthTeam(NOOR, keys.of(SANNE.bsn())), JEUGD);
    }

    private void fact(Resident resident, FactKind kind, Optional<Oin> party) {
        facts.register(
                new FactDraft(kind, resident.subject(keys), party, Map.of(), Optional.of(SINCE), Optional.empty()),
                WMO);
    }

    private ConsentHistory consent(ConsentDraft draft, Oin by) {
        return consents.register(draft, party(by)).orElseThrow().consent();
    }

    private Party party(Oin oin) {
        return parties.find(oin).orElseThrow();
    }

    private ConsentDraft welfareReferral(Resident resident) {
        Giver self = new Giver(Giver.Relation.SELF, Optional.empty());
        return draft(
                resident,
                "WELFARE_REFERRAL",
                WMO,
                WELFARE,
                List.of("identity.name", "contact", "comm.language", "support.need"),
                self);
    }

    private ConsentDraft schoolToYouthTeam(Resident child, SubjectKey parent) {
        Giver representative = new Giver(Giver.Relation.REPRESENTATIVE, Optional.of(parent));
        return draft(
                child,
                "SCHOOL_TO_YOUTH_TEAM",
                SCHOOL,
                JEUGD,
                List.of("identity", "rep", "school", "support.need"),
                representative);
    }

    private ConsentDraft draft(
            Resident resident, String type, Oin sender, Oin receiver, List<String> categories, Giver giver) {
        ConsentScope scope = new ConsentScope(
                ConsentKind.PROCESSING,
                Set.of(type),
                Optional.empty(),
                Optional.of(new PartyRef.ByOin(sender)),
                List.of(new PartyRef.ByOin(receiver)),
                categories,
                Optional.empty());
        Giving giving = new Giving(Optional.empty(), SINCE, FREE);
        return new ConsentDraft(
                resident.subject(keys),
                Optional.of(resident.birthdate()),
                scope,
                Happening.given(giver, giving, Optional.of("demo"), Optional.empty()));
    }
}

package nl.sluiswachter.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;

/**
 * A consent in the sections of ISO/IEC TS 27560:2023, states in the words of W3C DPV. What the standard asks for and the
 * register does not hold is null and listed in {@code notHeld}: an empty promise in a record is worse than a gap.
 */
public final class ConsentExport {

    private static final String SCHEMA = "ISO/IEC TS 27560:2023";
    private static final List<String> NOT_HELD = List.of(
            "/processing/storageLocations",
            "/processing/retentionPeriod",
            "/personalData/necessity",
            "/personalData/specialCategory",
            "/parties/address",
            "/parties/contact");

    private final Parties parties;
    private final SubjectKeys keys;

    public ConsentExport(Parties parties, SubjectKeys keys) {
        this.parties = parties;
        this.keys = keys;
    }

    /** The record of the controller. */
    public Map<String, Object> record(ConsentHistory consent) {
        Map<String, Object> header = header(consent, "dpv-27560:record-eu-gdpr");
        header.put("recordId", consent.id());
        return sections(header, consent);
    }

    /** The copy for the person; its id says of which record and up to which event. */
    public Map<String, Object> receipt(ConsentHistory consent) {
        Map<String, Object> header = header(consent, "dpv-27560:receipt-eu-gdpr");
        header.put("receiptId", receiptId(consent));
        header.put("recordId", consent.id());
        return sections(header, consent);
    }

    /** Of which record, and up to which event. */
    public static String receiptId(ConsentHistory consent) {
        return consent.id() + "/" + consent.events().size();
    }

    private Map<String, Object> sections(Map<String, Object> header, ConsentHistory consent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("header", header);
        json.put("processing", processing(consent));
        json.put(
                "personalData",
                consent.scope().dataCategories().stream()
                        .map(ConsentExport::personalData)
                        .toList());
        json.put("parties", partiesOf(consent));
        json.put("events", events(consent.events()));
        json.put("notHeld", NOT_HELD);
        return json;
    }

    private Map<String, Object> header(ConsentHistory consent, String profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemaVersion", SCHEMA);
        json.put("profile", profile);
        json.put("piiPrincipalId", "urn:uuid:" + principal(consent));
        return json;
    }

    /**
     * The person, by another name for each party that registers: what several parties hold cannot be linked by it, nor with the
     * log, which has the subject key. Of whom no key is known, only this consent is.
     */
    private UUID principal(ConsentHistory consent) {
        return consent.subject()
                .preferred()
                .map(key -> keys.blind("principal", consent.registeredBy().value() + "|" + key))
                .orElse(consent.id());
    }

    private static Map<String, Object> processing(ConsentHistory consent) {
        ConsentScope scope = consent.scope();
        Optional<Shown> shown = consent.events().stream()
                .flatMap(event -> event.what().shown().stream())
                .reduce((first, last) -> last);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("privacyNotice", shown.map(ConsentExport::notice).orElse(null));
        json.put("language", shown.map(Shown::language).orElse(null));
        json.put("collectionMethod", shown.map(Shown::channel).orElse(null));
        json.put("purpose", purposes(scope));
        json.put("consentKind", scope.kind());
        json.put("lawfulBasis", scope.kind() == ConsentKind.PROCESSING ? "eu-gdpr:A6-1-a" : null);
        json.put("piiInformation", scope.dataCategories());
        json.put("piiControllers", List.of(sender(consent)));
        json.put(
                "recipientThirdParties",
                scope.receivers().stream().map(PartyRef::text).toList());
        json.put("storageLocations", null);
        json.put("retentionPeriod", null);
        json.put("validUntil", scope.validUntil().map(Instant::toString).orElse(null));
        json.put("jurisdiction", "NL");
        json.put("withdrawalMethod", "POST /v1/consents/" + consent.id() + "/withdrawal");
        return json;
    }

    private static String notice(Shown shown) {
        return shown.version() == null ? shown.form() : shown.form() + "@" + shown.version();
    }

    private static List<String> purposes(ConsentScope scope) {
        return Stream.concat(
                        scope.purpose().stream(), scope.exchangeTypes().stream().sorted())
                .toList();
    }

    private static String sender(ConsentHistory consent) {
        return consent.scope()
                .sender()
                .map(PartyRef::text)
                .orElse(consent.registeredBy().value());
    }

    private static Map<String, Object> personalData(String category) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("piiType", category);
        json.put("necessity", null);
        json.put("specialCategory", null);
        return json;
    }

    private List<Map<String, Object>> partiesOf(ConsentHistory consent) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(party(sender(consent), "dpv:DataController"));
        consent.scope().receivers().forEach(receiver -> all.add(party(receiver.text(), "dpv:Recipient")));
        return all;
    }

    private Map<String, Object> party(String id, String role) {
        boolean isOin = Oin.isValid(id);
        Optional<String> name = Optional.of(id).filter(Oin::isValid).flatMap(this::name);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("partyId", id);
        json.put("type", isOin ? "ORGANISATION" : "CAPACITY");
        json.put("role", role);
        json.put("name", name.orElse(null));
        json.put("address", null);
        json.put("contact", null);
        return json;
    }

    private Optional<String> name(String oin) {
        return parties.find(new Oin(oin)).map(Party::name);
    }

    private static List<Map<String, Object>> events(List<ConsentEvent> events) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Optional<Instant> next =
                    i + 1 < events.size() ? Optional.of(events.get(i + 1).recordedAt()) : Optional.empty();
            all.add(event(events.get(i), next));
        }
        return all;
    }

    private static Map<String, Object> event(ConsentEvent event, Optional<Instant> next) {
        Optional<Instant> end = next.or(event::endsAt);
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("party", event.by().map(Oin::value).orElse(null));
        entity.put("person", event.what().person().map(Giver::relation).orElse(null));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", event.recordedAt().toString());
        json.put(
                "duration",
                end.map(e -> Duration.between(event.recordedAt(), e).toString()).orElse(null));
        json.put("state", state(event));
        json.put("entity", entity);
        return json;
    }

    private static String state(ConsentEvent event) {
        return switch (event.state()) {
            case REQUESTED -> "dpv:ConsentRequested";
            case GIVEN -> "dpv:ConsentGiven";
            case REFUSED -> "dpv:ConsentRefused";
            case WITHDRAWN -> "dpv:ConsentWithdrawn";
            case EXPIRED -> "dpv:ConsentExpired";
            case INVALIDATED -> "dpv:ConsentInvalidated";
        };
    }
}

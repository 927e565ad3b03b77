package nl.sluiswachter.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.consent.ConsentEvent;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.Giving;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.consent.Shown;
import nl.sluiswachter.consent.Stop;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRef;

/** A consent as the contract shows it: without the person it is about. */
final class ConsentAnswer {

    private ConsentAnswer() {}

    /** As it stands at the moment. */
    static Map<String, Object> of(ConsentHistory consent, Instant moment) {
        ConsentHistory.Standing standing = consent.standing(moment);
        ConsentScope scope = consent.scope();
        Optional<Happening> given = consent.given().map(ConsentEvent::what);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("consentId", consent.id());
        json.put("state", standing.state());
        json.put("stateSince", standing.since().toString());
        json.put("kind", scope.kind());
        json.put("exchangeTypes", scope.exchangeTypes().stream().sorted().toList());
        json.put("purpose", scope.purpose().orElse(null));
        json.put(
                "sender",
                scope.sender().map(PartyRef::text).orElse(consent.registeredBy().value()));
        json.put("receivers", scope.receivers().stream().map(PartyRef::text).toList());
        json.put("dataCategories", scope.dataCategories());
        json.put("givenBy", given.map(ConsentAnswer::giver).orElse(null));
        json.put("givenAt", text(given.flatMap(Happening::giving).map(Giving::at)));
        json.put("validUntil", text(scope.validUntil()));
        json.put(
                "freedom",
                given.flatMap(Happening::giving).map(g -> freedom(g.freedom())).orElse(null));
        json.put("registeredBy", consent.registeredBy().value());
        json.put("events", consent.events().stream().map(ConsentAnswer::event).toList());
        return json;
    }

    private static Map<String, Object> event(ConsentEvent event) {
        Happening what = event.what();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", event.state());
        json.put("recordedAt", event.recordedAt().toString());
        json.put("party", event.by().map(Oin::value).orElse(null));
        json.put("person", what.person().map(Giver::relation).orElse(null));
        put(json, "endsAt", event.endsAt().map(Instant::toString));
        put(json, "evidence", what.evidence());
        put(json, "shown", what.shown().map(ConsentAnswer::shown));
        put(json, "reason", what.reason());
        put(json, "stopped", event.stop().map(Stop::messages));
        put(json, "stoppedWithinMillis", event.stop().map(Stop::within).map(Duration::toMillis));
        return json;
    }

    private static Map<String, Object> giver(Happening given) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("relation", given.person().orElseThrow().relation());
        put(json, "mandate", given.giving().flatMap(Giving::mandate));
        return json;
    }

    private static Map<String, Object> shown(Shown shown) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("form", shown.form());
        put(json, "version", Optional.ofNullable(shown.version()));
        json.put("language", shown.language());
        json.put("channel", shown.channel());
        return json;
    }

    private static Map<String, Boolean> freedom(Freedom freedom) {
        Map<String, Boolean> json = new LinkedHashMap<>();
        json.put("initiatedByResident", freedom.initiatedByResident());
        json.put("benefitForResident", freedom.benefitForResident());
        json.put("noDetrimentExplained", freedom.noDetrimentExplained());
        json.put("notUsedForEnforcement", freedom.notUsedForEnforcement());
        return json;
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    private static void put(Map<String, Object> json, String name, Optional<?> value) {
        value.ifPresent(present -> json.put(name, present));
    }
}

package nl.sluiswachter.api;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.party.PartyRef;

/** A consent as the contract shows it: without the person it is about. */
final class ConsentAnswer {

    private ConsentAnswer() {}

    static Map<String, Object> of(Consent consent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("consentId", consent.id());
        json.put("state", consent.state());
        json.put("stateSince", consent.stateSince().toString());
        json.put("kind", consent.kind());
        json.put("exchangeTypes", consent.exchangeTypes().stream().sorted().toList());
        json.put("purpose", consent.purpose().orElse(null));
        json.put("sender", consent.sender().map(PartyRef::text).orElse(null));
        json.put("receivers", consent.receivers().stream().map(PartyRef::text).toList());
        json.put("dataCategories", consent.dataCategories());
        json.put("givenBy", Map.of("relation", consent.givenBy().relation()));
        json.put("givenAt", consent.givenAt().toString());
        json.put("validUntil", consent.validUntil().map(Object::toString).orElse(null));
        json.put("freedom", freedom(consent.freedom()));
        json.put("registeredBy", consent.registeredBy().value());
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
}

package nl.sluiswachter.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.party.PartyRef;

/**
 * What the column {@code content} holds: codes, times and keys, no identity. Everything is sorted, so that the same
 * consent gives the same content.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentContent(
        ConsentKind kind,
        List<String> exchangeTypes,
        String purpose,
        String sender,
        List<String> receivers,
        List<String> dataCategories,
        Giver.Relation givenBy,
        UUID giverKey,
        String givenAt,
        String validUntil,
        Freedom freedom,
        String birthdate,
        boolean adult,
        String evidence) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // what can be derived is not stored
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static ConsentContent of(ConsentDraft draft) {
        return new ConsentContent(
                draft.kind(),
                draft.exchangeTypes().stream().sorted().toList(),
                draft.purpose().orElse(null),
                draft.sender().map(PartyRef::text).orElse(null),
                draft.receivers().stream()
                        .map(PartyRef::text)
                        .distinct()
                        .sorted()
                        .toList(),
                draft.dataCategories().stream().distinct().sorted().toList(),
                draft.givenBy().relation(),
                draft.givenBy().key().map(key -> key.value()).orElse(null),
                draft.givenAt().toString(),
                draft.validUntil().map(Object::toString).orElse(null),
                draft.freedom(),
                draft.birthdateToKeep().map(Object::toString).orElse(null),
                draft.isAdult(),
                draft.evidence().orElse(null));
    }

    static ConsentContent parse(String json) {
        try {
            return JSON.readValue(json, ConsentContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the consent register cannot be read");
        }
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A consent cannot be written");
        }
    }
}

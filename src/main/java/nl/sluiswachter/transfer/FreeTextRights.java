package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.sluiswachter.freetext.Found;
import nl.sluiswachter.freetext.FreeTextGuard;
import nl.sluiswachter.freetext.Kind;
import nl.sluiswachter.kernel.Bsn;

/**
 * What the receiver may read in free text: nothing that it does not get in a field of its own. A BSN stays only when the
 * receiver gets that very number, a telephone number or an e-mail address when it gets that very one of the person whom
 * the text is about. A bank account and a postal address never stay: an account has no field, and an address is written in
 * too many ways to be told from another.
 */
final class FreeTextRights {

    private static final FreeTextGuard GUARD = new FreeTextGuard();

    /** Fields that are there for the very thing. */
    private static final Map<String, Set<Kind>> OWN = Map.of(
            "contact.phone",
            Set.of(Kind.PHONE),
            "contact.email",
            Set.of(Kind.EMAIL),
            "rep.contact",
            Set.of(Kind.PHONE, Kind.EMAIL),
            "reporter.contact",
            Set.of(Kind.PHONE, Kind.EMAIL),
            "case.coordinator",
            Set.of(Kind.PHONE, Kind.EMAIL),
            AddressCheck.FIELD,
            Set.of(Kind.ADDRESS));

    private final Case examined;
    private final Map<Person, Map<Kind, Set<String>>> delivered = new HashMap<>();

    FreeTextRights(Case examined) {
        this.examined = examined;
    }

    /** Whether what was found in a text of this field may stay. */
    boolean allow(Person person, String path, String text, Found found) {
        if (OWN.getOrDefault(path, Set.of()).contains(found.kind())) {
            return true;
        }
        return switch (found.kind()) {
            case BSN -> isNumberDelivered(FreeTextGuard.digits(text, found));
            case PHONE, EMAIL ->
                delivered(person).getOrDefault(found.kind(), Set.of()).contains(FreeTextGuard.spelling(text, found));
            case IBAN, ADDRESS -> false;
        };
    }

    private boolean isNumberDelivered(String digits) {
        String number = new Bsn(digits).digits();
        return examined.persons().stream()
                .filter(person -> examined.remaining(person).contains(BsnCheck.FIELD))
                .map(person -> person.text(BsnCheck.FIELD))
                .anyMatch(number::equals);
    }

    /** What the receiver gets of this person in the fields that are there for it; read once, and only when asked. */
    private Map<Kind, Set<String>> delivered(Person person) {
        return delivered.computeIfAbsent(person, this::inOwnFields);
    }

    private Map<Kind, Set<String>> inOwnFields(Person person) {
        Map<Kind, Set<String>> spellings = new EnumMap<>(Kind.class);
        examined.remaining(person).stream().filter(OWN::containsKey).forEach(path -> {
            JsonNode goes = examined.withoutRemovedMembers(person, path);
            collect(goes, OWN.get(path), spellings);
        });
        return spellings;
    }

    private static void collect(JsonNode value, Set<Kind> kinds, Map<Kind, Set<String>> into) {
        if (value.isContainerNode()) {
            value.forEach(part -> collect(part, kinds, into));
            return;
        }
        String text = FreeText.text(value);
        GUARD.find(text).stream().filter(found -> kinds.contains(found.kind())).forEach(found -> into.computeIfAbsent(
                        found.kind(), first -> new HashSet<>())
                .add(FreeTextGuard.spelling(text, found)));
    }
}

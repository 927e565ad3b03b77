package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluiswachter.freetext.Found;
import nl.sluiswachter.freetext.FreeTextGuard;
import nl.sluiswachter.freetext.Kind;
import nl.sluiswachter.kernel.Bsn;

/**
 * What the receiver may read in free text: nothing that it may not have in a field of its own. A BSN stays only when the
 * receiver gets that very number; a bank account never stays; an address never where somebody's is secret, because text
 * cannot be flagged.
 */
final class FreeTextRights {

    private static final Map<Kind, List<String>> FIELDS = Map.of(
            Kind.PHONE, List.of("contact.phone", "rep.contact", "reporter.contact"),
            Kind.EMAIL, List.of("contact.email", "rep.contact", "reporter.contact"),
            Kind.ADDRESS, List.of(AddressCheck.FIELD));

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

    FreeTextRights(Case examined) {
        this.examined = examined;
    }

    /** Whether what was found in a text of this field may stay. */
    boolean allow(Person person, String path, String text, Found found) {
        if (OWN.getOrDefault(path, Set.of()).contains(found.kind())) {
            return true;
        }
        return switch (found.kind()) {
            case BSN -> isDelivered(FreeTextGuard.digits(text, found));
            case IBAN -> false;
            case PHONE, EMAIL -> mayGo(person, found.kind());
            case ADDRESS -> mayGo(person, Kind.ADDRESS) && !isAnySecret();
        };
    }

    private boolean isDelivered(String digits) {
        String number = new Bsn(digits).digits();
        return examined.persons().stream()
                .filter(person -> examined.remaining(person).contains(BsnCheck.FIELD))
                .map(person -> person.text(BsnCheck.FIELD))
                .anyMatch(number::equals);
    }

    /** On the list for this person, and not left out for another reason. */
    private boolean mayGo(Person person, Kind kind) {
        return FIELDS.get(kind).stream()
                .anyMatch(path -> examined.rule().fields().allow(person.relation(), path)
                        && examined.removal(person, path).isEmpty());
    }

    private boolean isAnySecret() {
        return examined.persons().stream().anyMatch(person -> AddressCheck.isSecret(examined, person));
    }
}

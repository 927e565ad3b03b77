package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.consent.Consent;

/**
 * What the consents of one kind come to for one person.
 *
 * @param bySelf valid ones given by the person
 * @param byRepresentative valid ones given by a representative
 * @param needsSelf whether the person's own consent is needed for ordinary fields
 * @param needsRepresentative whether a representative's is
 * @param jointWhenSensitive whether sensitive fields need both
 * @param disputed whether one representative is not enough where a representative's consent is needed
 * @param failure why there is no valid consent; empty when there is
 */
record Judgement(
        List<Consent> bySelf,
        List<Consent> byRepresentative,
        boolean needsSelf,
        boolean needsRepresentative,
        boolean jointWhenSensitive,
        boolean disputed,
        Optional<Code> failure) {

    static Judgement failed(Code code) {
        return new Judgement(List.of(), List.of(), true, true, true, true, Optional.of(code));
    }

    boolean isValid() {
        return failure.isEmpty();
    }

    /** Whether everybody whose consent this field needs has given it for this field. */
    boolean covers(String path, boolean sensitive, boolean byName) {
        boolean both = jointWhenSensitive && sensitive;
        return isValid()
                && (!(needsSelf || both) || !covering(bySelf, path, byName).isEmpty())
                && (!(needsRepresentative || both) || representativesCover(path, byName));
    }

    /** Why not everybody whose consent this field needs has given it for this field. */
    Code lacking(String path, boolean byName) {
        boolean byRepresentatives = !covering(byRepresentative, path, byName).isEmpty();
        if (byRepresentatives && !representativesCover(path, byName)) {
            return Code.REP_OBJECTION;
        }
        return byRepresentatives || !covering(bySelf, path, byName).isEmpty()
                ? Code.CONSENT_WRONG_PERSON
                : Code.CONSENT_NOT_SPECIFIC;
    }

    /** The valid consents, each once, its own before those of representatives. */
    List<ReliedConsent> reliedOn(String person) {
        return Stream.concat(
                        bySelf.stream().map(consent -> new ReliedConsent(consent.id(), person, false)),
                        byRepresentative.stream().map(consent -> new ReliedConsent(consent.id(), person, true)))
                .distinct()
                .toList();
    }

    /** Whether consents come from two different representatives; one who gave no BSN cannot be told apart. */
    static boolean areSeveral(List<Consent> byRepresentative) {
        return byRepresentative.stream()
                        .flatMap(consent -> consent.givenBy().key().stream())
                        .distinct()
                        .count()
                > 1;
    }

    private boolean representativesCover(String path, boolean byName) {
        List<Consent> covering = covering(byRepresentative, path, byName);
        return disputed ? areSeveral(covering) : !covering.isEmpty();
    }

    private static List<Consent> covering(List<Consent> consents, String path, boolean byName) {
        return consents.stream()
                .filter(consent -> byName ? consent.dataCategories().contains(path) : consent.coversField(path))
                .toList();
    }
}

package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Optional;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.RefusedRequest;
import nl.sluiswachter.kernel.SubjectIdentity;

/**
 * What somebody refused when this sender asked. A no stands, so the same is not offered to be asked again; it ends when
 * whoever said it says yes.
 */
final class SaidNo {

    private final Case input;
    private final Person person;
    private final ConsentKind kind;

    SaidNo(Case input, Person person, ConsentKind kind) {
        this.input = input;
        this.person = person;
        this.kind = kind;
    }

    /** Those of the fields to which the answer was no, given by one of those who must consent; anybody where they are unknown. */
    List<String> among(List<String> fields, List<String> givers) {
        List<RefusedRequest> standing = standing(givers);
        List<Consent> yes = standing.isEmpty() ? List.of() : new ConsentJudge(input).everGiven(person, kind);
        return fields.stream()
                .filter(path -> standing.stream().anyMatch(no -> stands(no, path, yes)))
                .toList();
    }

    private List<RefusedRequest> standing(List<String> givers) {
        Aim aim = new Aim(input);
        SubjectIdentity known = input.identities().get(person.ref());
        return input.found().refusals().stream()
                .filter(no -> no.scope().kind() == kind && aim.wasAsked(no))
                .filter(no -> Matches.isOnlySame(known, no.subject()))
                .filter(no -> givers.isEmpty() || isOf(givers, no.by()))
                .toList();
    }

    /** Who has no say cannot refuse either. */
    private static boolean isOf(List<String> givers, Optional<Giver> who) {
        return who.map(giver -> givers.contains(giver.relation().name())).orElse(true);
    }

    private static boolean stands(RefusedRequest no, String path, List<Consent> consents) {
        return no.scope().coversField(path)
                && consents.stream().noneMatch(yes -> no.isRevokedBy(yes) && yes.coversField(path));
    }
}

package nl.sluiswachter.transfer;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.SecrecyLift;
import nl.sluiswachter.consent.ConsentKind;

/**
 * The consents that a permit relies on: every valid one of the persons concerned, once any of it rests on consent. Rather
 * one too many, because a withdrawal stops what rests on it.
 */
final class ReliedOn {

    /** Agreeing to help never carries a data rule. */
    private static final Set<ConsentKind> DATA_RULES = EnumSet.complementOf(EnumSet.of(ConsentKind.CARE));

    private static final Set<SecrecyLift> WAIVED = EnumSet.of(SecrecyLift.WAIVER, SecrecyLift.WAIVER_OR_WEIGHING);

    private final Minimal minimal;
    private final Case examined;

    ReliedOn(Minimal minimal) {
        this.minimal = minimal;
        this.examined = minimal.examined();
    }

    List<ReliedConsent> consents() {
        Set<ReliedConsent> consents = new LinkedHashSet<>();
        for (MinimalPerson remains : minimal.persons()) {
            if (restsOnConsent(remains)) {
                ConsentJudge judge = new ConsentJudge(examined);
                for (ConsentKind kind : DATA_RULES) {
                    consents.addAll(judge.judge(remains.person(), kind)
                            .reliedOn(remains.person().ref()));
                }
            }
        }
        return List.copyOf(consents);
    }

    private boolean restsOnConsent(MinimalPerson remains) {
        return examined.rule().consent().demand() != ConsentDemand.NONE
                || WAIVED.contains(examined.rule().secrecy().lift())
                || remains.fields().keySet().stream()
                        .anyMatch(path -> examined.crossesBy(ConsentKind.PROCESSING, remains.person(), path));
    }
}

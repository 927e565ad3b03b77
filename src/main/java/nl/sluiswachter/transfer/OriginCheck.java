package nl.sluiswachter.transfer;

import java.util.Optional;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.ReuseCell;
import nl.sluiswachter.consent.ConsentKind;

/**
 * May each field be used under the law of this exchange, given the law it was obtained under? A field that may not cross
 * is left out; where that takes the minimum away, the transfer is refused for this reason.
 */
final class OriginCheck implements Check {

    private static final String PURPOSE_LIMITATION = "AVG art. 5 lid 1 onder b";

    @Override
    public CheckName name() {
        return CheckName.ORIGIN;
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        for (Person person : input.persons()) {
            Crossings crossings = new Crossings(input, person);
            for (String path : input.remaining(person)) {
                crossings.refusal(path).ifPresent(r -> verdict.remove(person, path, r.code(), r.article()));
            }
        }
        boolean all = verdict.isWithoutRemovals();
        return verdict.orElse(
                all
                        ? Finding.pass(
                                CheckName.ORIGIN,
                                Code.ORIGINS_ALLOWED,
                                input.rule().article())
                        : Finding.limited(CheckName.ORIGIN, Code.FIELDS_LEFT_OUT, PURPOSE_LIMITATION));
    }

    /** Why a field may not cross. */
    private record Refusal(Code code, String article) {}

    /** The crossings of one person's fields; consents are judged once per kind. */
    private static final class Crossings {

        private final Case input;
        private final Person person;
        private final PersonConsents consents;

        Crossings(Case input, Person person) {
            this.input = input;
            this.person = person;
            this.consents = new PersonConsents(input, person);
        }

        /** The strictest of its origins counts: each of them must allow the crossing. */
        Optional<Refusal> refusal(String path) {
            return input.originsOf(person, path).stream()
                    .sorted()
                    .flatMap(origin -> refusal(path, origin).stream())
                    .findFirst();
        }

        private Optional<Refusal> refusal(String path, Origin origin) {
            if (input.rule().nativeOrigins().contains(origin)) {
                return Optional.empty();
            }
            Optional<ReuseCell> cell =
                    input.catalogue().reuse(origin, input.rule().law());
            return cell.isEmpty()
                    ? Optional.of(new Refusal(Code.ORIGIN_STICKS, PURPOSE_LIMITATION))
                    : refusal(path, cell.get());
        }

        private Optional<Refusal> refusal(String path, ReuseCell cell) {
            boolean enforcement = input.message().circumstances().state(Statement.ENFORCEMENT);
            return switch (cell.rule(input.rule().purpose(), enforcement)) {
                case SAME_ACT, NECESSARY, DUTY, SAFETY -> Optional.empty();
                case CONSENT -> unlessConsented(path, cell, Code.EXPLICIT_CONSENT_REQUIRED);
                case CONSENT_WITHOUT_ARTICLE -> unlessConsented(path, cell, Code.ORIGIN_STICKS);
                case NEVER -> Optional.of(new Refusal(Code.ORIGIN_STICKS, cell.article()));
            };
        }

        /** Re-use has no field that merely accompanies: each must be named by the consent. */
        private Optional<Refusal> unlessConsented(String path, ReuseCell cell, Code code) {
            boolean consented = consents.covers(ConsentKind.PROCESSING, path)
                    && (cell.alsoNeeds() == null || consents.covers(cell.alsoNeeds(), path));
            return consented ? Optional.empty() : Optional.of(new Refusal(code, cell.article()));
        }
    }
}

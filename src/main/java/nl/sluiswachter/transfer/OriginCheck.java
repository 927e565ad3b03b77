package nl.sluiswachter.transfer;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.ReuseCell;
import nl.sluiswachter.catalogue.ReuseRule;
import nl.sluiswachter.consent.ConsentKind;

/**
 * May each field be used under the law of this exchange, given the law it was obtained under? A field that may not cross
 * is left out; where that takes the minimum away, the transfer is refused for this reason.
 */
final class OriginCheck implements Check {

    private static final String PURPOSE_LIMITATION = "AVG art. 5 lid 1 onder b";
    private static final Set<Code> FAULTS = EnumSet.of(
            Code.CONSENT_WITHDRAWN,
            Code.CONSENT_EXPIRED,
            Code.CONSENT_NOT_FREE,
            Code.CONSENT_WRONG_PERSON,
            Code.AGE_UNKNOWN,
            Code.REP_OBJECTION);

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
            ReuseRule rule = cell.rule(input.rule().purpose(), enforcement);
            LocalDate day = input.submitted().day();
            if (rule != ReuseRule.NEVER && !ExchangeTypeCheck.isInForce(input, cell.article(), day)) {
                return Optional.of(new Refusal(Code.LEGAL_BASIS_NOT_IN_FORCE, cell.article()));
            }
            return switch (rule) {
                case SAME_ACT, NECESSARY, DUTY, SAFETY -> Optional.empty();
                case CONSENT -> unlessConsented(path, cell, Code.EXPLICIT_CONSENT_REQUIRED);
                case CONSENT_WITHOUT_ARTICLE -> unlessConsented(path, cell, Code.ORIGIN_STICKS);
                case NEVER -> Optional.of(new Refusal(Code.ORIGIN_STICKS, cell.article()));
            };
        }

        /** Re-use has no field that merely accompanies: each must be named by the consent. */
        private Optional<Refusal> unlessConsented(String path, ReuseCell cell, Code code) {
            Optional<ConsentKind> lacking = Stream.of(ConsentKind.PROCESSING, cell.alsoNeeds())
                    .filter(Objects::nonNull)
                    .filter(kind -> !consents.covers(kind, path))
                    .findFirst();
            return lacking.map(kind -> new Refusal(fault(kind).orElse(code), cell.article()));
        }

        /** Where a consent is there and something is wrong with it, that is what the sender must know. */
        private Optional<Code> fault(ConsentKind kind) {
            return consents.judgement(kind).failure().filter(FAULTS::contains);
        }
    }
}

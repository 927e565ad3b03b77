package nl.sluiswachter.facts;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.Oin;

/** Whether a draft can be a fact at all. Details are codes from closed lists, so that no text about a person gets in. */
public final class FactRules {

    private static final Set<FactKind> WITH_PARTY = EnumSet.of(FactKind.COMMITMENT, FactKind.LEGAL_MEASURE);

    private final Map<FactKind, Map<String, Predicate<String>>> details;
    private final Clock clock;

    public FactRules(KnownCodes known, Clock clock) {
        this.clock = clock;
        Map<String, Predicate<String>> scope =
                Map.of("exchangeType", known::isExchangeType, "purpose", known::isPurpose);
        this.details = Map.of(
                FactKind.OBJECTION, scope,
                FactKind.REPRESENTATIVE_OBJECTION, scope,
                FactKind.LEGAL_MEASURE, Map.of("measure", FactRules::isMeasure, "gi", Oin::isValid));
    }

    /** Everything that is wrong; empty for a draft that can be registered. */
    public List<Flaw> flaws(FactDraft draft) {
        return Stream.of(party(draft), detail(draft), measure(draft), times(draft))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Flaw> party(FactDraft draft) {
        if (draft.kind() == FactKind.COMMITMENT && draft.party().isEmpty()) {
            return Optional.of(new Flaw("party", "MISSING", "The OIN of the committed provider is expected."));
        }
        return unless(
                draft.party().isEmpty() || WITH_PARTY.contains(draft.kind()),
                new Flaw("party", "NOT_APPLICABLE", "This kind of fact concerns no party."));
    }

    private Optional<Flaw> detail(FactDraft draft) {
        Map<String, Predicate<String>> allowed = details.getOrDefault(draft.kind(), Map.of());
        return unless(
                draft.detail().entrySet().stream().allMatch(entry -> allowed.getOrDefault(entry.getKey(), code -> false)
                        .test(entry.getValue())),
                new Flaw("detail", "UNKNOWN_CODE", "Only the names and codes that belong to this kind are expected."));
    }

    private static Optional<Flaw> measure(FactDraft draft) {
        return unless(
                draft.kind() != FactKind.LEGAL_MEASURE || draft.detail().containsKey("measure"),
                new Flaw("detail", "MISSING", "A legal measure is named in detail.measure."));
    }

    private Optional<Flaw> times(FactDraft draft) {
        Instant from = draft.validFrom().orElseGet(clock::instant);
        return unless(
                draft.validUntil().map(from::isBefore).orElse(true),
                new Flaw("validUntil", "BEFORE_START", "A moment after validFrom is expected."));
    }

    private static boolean isMeasure(String code) {
        return Arrays.stream(Measure.values())
                .anyMatch(measure -> measure.name().equals(code));
    }

    private static Optional<Flaw> unless(boolean holds, Flaw flaw) {
        return holds ? Optional.empty() : Optional.of(flaw);
    }
}

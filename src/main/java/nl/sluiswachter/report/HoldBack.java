package nl.sluiswachter.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.retention.Hold;
import nl.sluiswachter.transferlog.search.Found;

/** Decides what one report may not tell, and counts it. What is unknown is held back. */
final class HoldBack {

    private static final String ORIGIN = Origin.VT.name();

    private final Catalogue law;
    private final Set<UUID> disclosed;
    private final Function<UUID, Optional<String>> typeOf;
    private final Function<UUID, Optional<ConsentScope>> scopeOf;
    private final Map<HoldBackRule, Integer> numbers = new EnumMap<>(HoldBackRule.class);
    private final Set<UUID> transfers = new LinkedHashSet<>();

    /**
     * @param disclosed transfers that a review opened
     * @param typeOf exchange type of a transfer
     * @param scopeOf what a consent is for
     */
    HoldBack(
            Catalogue law,
            Set<UUID> disclosed,
            Function<UUID, Optional<String>> typeOf,
            Function<UUID, Optional<ConsentScope>> scopeOf) {
        this.law = law;
        this.disclosed = disclosed;
        this.typeOf = typeOf;
        this.scopeOf = scopeOf;
    }

    /** Whether the entry may be told. */
    boolean mayTell(Found found) {
        return rule(found).isEmpty();
    }

    /** Counts an entry that may not be told; call it once for each that the report passed. */
    void count(Found found) {
        if (found.kind() == LogKind.DECISION || found.kind() == LogKind.DRY_RUN) {
            transfers.add(transfer(found).orElseThrow());
        }
        rule(found).ifPresent(this::held);
    }

    private Optional<HoldBackRule> rule(Found found) {
        return switch (found.whole().kind()) {
            case DECISION, DRY_RUN -> isTold(found) ? Optional.empty() : Optional.of(HoldBackRule.CONFIDENTIAL_TYPE);
            case CONSENT ->
                id(found, "consentId").flatMap(scopeOf).filter(this::isOpen).isPresent()
                        ? Optional.empty()
                        : Optional.of(HoldBackRule.CONFIDENTIAL_TYPE);
            case LOOKUP ->
                transfer(found).stream().allMatch(this::isOpen)
                        ? Optional.empty()
                        : Optional.of(HoldBackRule.REVEALING_LOOKUP);
            case HOLD -> isInvestigation(found) ? Optional.of(HoldBackRule.INVESTIGATION) : Optional.empty();
            case FACT -> Optional.empty();
            default -> Optional.of(HoldBackRule.CONFIDENTIAL_TYPE);
        };
    }

    /** Paths of the entry that came from Veilig Thuis, of whichever person. */
    Set<String> hidden(Found found) {
        Set<String> paths = new TreeSet<>();
        for (JsonNode person : found.entry().path("persons")) {
            person.path("origins").properties().forEach(field -> {
                for (JsonNode origin : field.getValue()) {
                    if (origin.asText().equals(ORIGIN)) {
                        paths.add(field.getKey());
                    }
                }
            });
        }
        if (disclosed.contains(transfer(found).orElseThrow())) {
            return Set.of();
        }
        if (!paths.isEmpty()) {
            held(HoldBackRule.SAFETY_ORIGIN);
            transfers.add(transfer(found).orElseThrow());
        }
        return paths;
    }

    /** How often each rule held something back. */
    Map<HoldBackRule, Integer> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    /** The transfers that were held back, in whole or in part. */
    Set<UUID> transfers() {
        return Collections.unmodifiableSet(transfers);
    }

    private boolean isTold(Found found) {
        return disclosed.contains(transfer(found).orElseThrow())
                || found.text("exchangeType")
                        .filter(type -> !law.isConfidential(type))
                        .isPresent();
    }

    private static boolean isInvestigation(Found found) {
        return Telling.detail(found, "ground").equals(Hold.Ground.INVESTIGATION.name());
    }

    private boolean isOpen(UUID transfer) {
        return disclosed.contains(transfer)
                || typeOf.apply(transfer)
                        .filter(type -> !law.isConfidential(type))
                        .isPresent();
    }

    /** Whether some exchange that it is for may be told. */
    private boolean isOpen(ConsentScope scope) {
        return scope.exchangeTypes().isEmpty()
                ? scope.purpose().isEmpty()
                        || law.types().values().stream()
                                .filter(type ->
                                        type.purposes().contains(scope.purpose().orElseThrow()))
                                .anyMatch(type -> !law.isConfidential(type.id()))
                : scope.exchangeTypes().stream().anyMatch(type -> !law.isConfidential(type));
    }

    private void held(HoldBackRule rule) {
        numbers.merge(rule, 1, Integer::sum);
    }

    private static Optional<UUID> transfer(Found found) {
        return found.text("transferId").map(UUID::fromString);
    }

    private static Optional<UUID> id(Found found, String name) {
        return Optional.of(found.entry().path("detail").path(name).asText())
                .filter(text -> !text.isEmpty())
                .map(UUID::fromString);
    }
}

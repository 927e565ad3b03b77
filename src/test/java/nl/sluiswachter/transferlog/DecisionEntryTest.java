package nl.sluiswachter.transferlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.SomeDecision;
import org.junit.jupiter.api.Test;

class DecisionEntryTest {
    private static final UUID ID = new UUID(3, 3);
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void holdsNoSubmittedValueNoMadeUpNameAndNoKeyOfAPerson(@ForAll long seed) {
        Decided decided = SomeDecision.of(seed);

        ObjectNode whole = entry(decided);
        whole.get("commitments").fieldNames().forEachRemaining(label -> whole.withArray("labels")
                .add(label));
        whole.remove("commitments"); // hashes: any letters
        String entry = whole.toString().toLowerCase(Locale.ROOT);

        assertThat(entry)
                .doesNotContain("qz")
                .doesNotContain("qan")
                .doesNotContain("999993653")
                .doesNotContain("made")
                .doesNotContain("1903-01-17");
        decided.identities().values().forEach(identity -> identity.preferred()
                .ifPresent(key -> assertThat(entry).doesNotContain(key.toString())));
    }

    @Test
    void aPermitNamesWhatWasDeliveredAndWhatItRestsOn() {
        Decided decided = SomeDecision.that(true);

        JsonNode entry = entry(decided);

        assertThat(entry.get("outcome").asText()).isEqualTo("PERMIT");
        assertThat(entry.get("kind").asText()).isEqualTo("DECISION");
        assertThat(entry.get("entryId").asText()).isEqualTo(ID.toString());
        assertThat(entry.get("policyVersion").asText()).startsWith("sha256:");
        assertThat(entry.get("consents")).hasSameSizeAs(decided.consents());
        assertThat(entry.get("findings")).hasSameSizeAs(decided.findings());
        assertThat(entry.get("removed")).hasSameSizeAs(decided.removed());
        entry.get("persons").forEach(person -> assertThat(person.get("delivered"))
                .hasSameSizeAs(
                        decided.delivered().getOrDefault(person.get("ref").asText(), java.util.List.of())));
    }

    @Test
    void aRefusalDeliversNothing() {
        JsonNode entry = entry(SomeDecision.that(false));

        assertThat(entry.get("outcome").asText()).isEqualTo("DENY");
        assertThat(entry.has("obligations")).isFalse();
        assertThat(entry.has("consents")).isFalse();
        entry.get("persons")
                .forEach(person -> assertThat(person.get("delivered")).isEmpty());
    }

    @Test
    void aDryRunIsMarked() {
        assertThat(entry(SomeDecision.dryRunOf(1)).get("kind").asText()).isEqualTo("DRY_RUN");
    }

    private static ObjectNode entry(Decided decided) {
        return new DecisionEntry(decided, Optional.of(new Commitments(new byte[32]))).toJson(ID, AT);
    }
}

package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.SomeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationEndpointTest {

    private static final RecordedDecision DECISION = SomeRecord.of(SomeDecision.that(false));

    /** Words of another version could say something else than what was decided. */
    @ParameterizedTest
    @ValueSource(strings = {"technical", "professional", "resident"})
    void isNotToldInTheWordsOfAnotherCatalogue(String audience) {
        ExplanationEndpoint endpoint =
                new ExplanationEndpoint(id -> Optional.of(DECISION), version -> Optional.empty(), null, null, null);

        assertThatThrownBy(() -> endpoint.explain(request(audience)))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(503);
                    assertThat(refusal.problem().code()).isEqualTo("POLICY_VERSION_UNAVAILABLE");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | true",
                "text/plain, application/json;q=0.5 | true",
                "text/* | true",
                "application/json | false",
                "application/json, text/plain | false",
                "*/* | false",
                "text/plain;q=0.2, */* | false",
                "text/html | false",
                "nonsense | false",
                "text/plain;q=9 | false"
            })
    void givesPlainTextOnlyToWhomPrefersIt(String accept, boolean plain) {
        assertThat(Preferences.plainText(Optional.of(accept))).isEqualTo(plain);
    }

    @Test
    void givesJsonToWhoSaysNothing() {
        assertThat(Preferences.plainText(Optional.empty())).isFalse();
        assertThat(Preferences.plainText(Optional.of("text/plain," + " ".repeat(200))))
                .isFalse();
    }

    private static Request request(String audience) {
        Party sender = new Party(
                DECISION.sender(), "party", Side.PARTNER, PartyStatus.ACTIVE, Set.of(), List.of(), Optional.empty());
        return new Request(
                sender,
                "GET /v1/transfers/{id}/explanation",
                Map.of("id", DECISION.transferId().toString()),
                Map.of("audience", audience),
                Map.of(),
                new byte[0]);
    }
}

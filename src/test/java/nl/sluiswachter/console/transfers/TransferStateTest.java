package nl.sluiswachter.console.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.delivery.Acknowledgement;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Place;
import org.junit.jupiter.api.Test;

/** How far a transfer is, by what the log has of it. */
class TransferStateTest {

    private static final Found PERMIT = found(LogKind.DECISION, "{\"outcome\":\"PERMIT\"}");
    private static final Found FETCHED = found(LogKind.DELIVERED, "{\"detail\":{\"channel\":\"INBOX\"}}");
    private static final Found FAILED = found(LogKind.DELIVERY_FAILED, "{\"detail\":{}}");
    private static final Found STOPPED = found(LogKind.DELIVERY_STOPPED, "{\"detail\":{}}");
    private static final Found HELD = found(LogKind.HOLD, "{\"detail\":{}}");

    @Test
    void isAsFarAsItsLastStep() {
        assertThat(state()).isEqualTo(TransferState.ON_ITS_WAY);
        assertThat(state(FAILED)).isEqualTo(TransferState.TRIED);
        assertThat(state(FAILED, FETCHED)).isEqualTo(TransferState.DELIVERED);
        assertThat(state(FETCHED, acknowledged("ACCEPTED"))).isEqualTo(TransferState.ACCEPTED);
        assertThat(state(FETCHED, acknowledged("REJECTED"))).isEqualTo(TransferState.REJECTED);
        assertThat(state(FAILED, STOPPED)).isEqualTo(TransferState.STOPPED);
    }

    @Test
    void isNoFurtherForWhatIsNoStep() {
        assertThat(state(FETCHED, HELD)).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void goesNowhereWhenItWasRefusedOrOnlyAsked() {
        assertThat(TransferState.of(found(LogKind.DECISION, "{\"outcome\":\"DENY\"}"), List.of()))
                .isEqualTo(TransferState.REFUSED);
        assertThat(TransferState.of(found(LogKind.DRY_RUN, "{\"outcome\":\"PERMIT\"}"), List.of()))
                .isEqualTo(TransferState.ASKED);
    }

    @Test
    void isDamagedWhereTheDecisionOrAStepIs() {
        Found damaged = found(LogKind.DECISION, "{}");

        assertThat(TransferState.of(damaged, List.of())).isEqualTo(TransferState.DAMAGED);
        assertThat(TransferState.of(found(LogKind.DRY_RUN, "{}"), List.of())).isEqualTo(TransferState.DAMAGED);
        assertThat(state(FETCHED, found(LogKind.ACKNOWLEDGED, "{}"))).isEqualTo(TransferState.DAMAGED);
    }

    @Test
    void hasWordsForEveryStateAndStep() {
        Stream<String> steps = Stream.of(
                "DECISION.PERMIT",
                "DECISION.DENY",
                "DRY_RUN",
                "DELIVERED.INBOX",
                "DELIVERED.PUSH",
                "DELIVERED.LATE",
                "DELIVERY_FAILED",
                "DELIVERY_STOPPED",
                "ACKNOWLEDGED.ACCEPTED",
                "ACKNOWLEDGED.REJECTED",
                "HOLD",
                "DAMAGED");

        assertThat(ResourceBundle.getBundle("console.words").keySet())
                .containsAll(steps.map(step -> "transfers.step." + step).toList())
                .containsAll(Arrays.stream(TransferState.values())
                        .map(TransferState::words)
                        .toList())
                .containsAll(Stream.concat(SearchForm.OPEN.stream(), Stream.of(SearchForm.CASE, SearchForm.PERSON))
                        .filter(field -> !field.equals("kind"))
                        .map(field -> "transfers.by." + field)
                        .toList());
    }

    @Test
    void hasWordsForWhyAMessageWasStoppedOrRejected() throws ClassNotFoundException {
        Stream<String> reasons = Stream.of(
                        Stream.of(ConsentState.WITHDRAWN, ConsentState.EXPIRED, ConsentState.INVALIDATED)
                                .map(end -> "CONSENT_" + end),
                        Arrays.stream(Acknowledgement.Reason.values()).map(Enum::name),
                        Arrays.stream(Class.forName("nl.sluiswachter.delivery.Failure")
                                        .getEnumConstants())
                                .map(Object::toString),
                        Stream.of("EXPIRED"))
                .flatMap(some -> some);

        assertThat(ResourceBundle.getBundle("console.words").keySet())
                .containsAll(reasons.map(reason -> "transfers.why." + reason).toList());
    }

    private static TransferState state(Found... steps) {
        return TransferState.of(PERMIT, List.of(steps));
    }

    private static Found acknowledged(String status) {
        return found(LogKind.ACKNOWLEDGED, "{\"detail\":{\"status\":\"%s\"}}".formatted(status));
    }

    private static Found found(LogKind kind, String entry) {
        try {
            return new Found(
                    new Place(Instant.EPOCH, 1, 1),
                    new UUID(0, 1),
                    kind,
                    JsonMapper.builder().build().readTree(entry),
                    new byte[0],
                    Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

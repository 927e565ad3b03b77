package nl.sluiswachter.consent;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps hold for whoever adds rows, also for the role of the running gateway. */
class ConsentStepsTest {

    private static final JdbcClient APPLICATION =
            JdbcClient.create(TestDatabase.create().asApplication());
    private static final String DAY_1 = "2026-11-01T00:00:00Z";
    private static final String DAY_2 = "2026-11-02T00:00:00Z";
    private static final String DAY_3 = "2026-11-03T00:00:00Z";

    private final UUID id = UUID.randomUUID();

    ConsentStepsTest() {
        APPLICATION
                .sql("insert into consent values (:id, :id, null, 'x', now(), '{}')")
                .param("id", id)
                .update();
    }

    @ParameterizedTest
    @EnumSource(ConsentState.class)
    void beginsWithARequestOrAYes(ConsentState state) {
        if (state.isEnd()) {
            refuses(() -> add(1, state, DAY_1, null, null), "consent_event_step");
        } else {
            add(1, state, DAY_1, null, null);
        }
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(ConsentState.values())
                .flatMap(from -> Arrays.stream(ConsentState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void takesTheStepsThatTheCodeTakesAndNoOther(ConsentState from, ConsentState to) {
        int last = reach(from);

        if (to.mayFollow(from)) {
            add(last + 1, to, DAY_3, from, DAY_2);
        } else {
            refuses(() -> add(last + 1, to, DAY_3, from, DAY_2), "consent_event_step");
        }
    }

    @Test
    void aStepCannotLieAboutWhereItComesFrom() {
        add(1, ConsentState.GIVEN, DAY_1, null, null);
        add(2, ConsentState.WITHDRAWN, DAY_2, ConsentState.GIVEN, DAY_1);

        refuses(() -> add(3, ConsentState.GIVEN, DAY_3, ConsentState.REQUESTED, DAY_2), "foreign key");
        refuses(() -> add(3, ConsentState.EXPIRED, DAY_3, ConsentState.GIVEN, DAY_1), "foreign key");
    }

    @Test
    void aConsentCannotBeginTwice() {
        add(1, ConsentState.GIVEN, DAY_1, null, null);

        refuses(() -> add(1, ConsentState.GIVEN, DAY_2, null, null), "duplicate key");
        refuses(() -> add(2, ConsentState.GIVEN, DAY_2, null, null), "consent_event_first");
        refuses(() -> add(3, ConsentState.WITHDRAWN, DAY_2, ConsentState.GIVEN, DAY_1), "foreign key");
    }

    @Test
    void timeDoesNotGoBack() {
        add(1, ConsentState.GIVEN, DAY_2, null, null);

        refuses(() -> add(2, ConsentState.WITHDRAWN, DAY_1, ConsentState.GIVEN, DAY_2), "consent_event_order");
    }

    @Test
    void onlyAnExpiryNeedsNobody() {
        add(1, ConsentState.GIVEN, DAY_1, null, null);

        refuses(() -> add(2, ConsentState.EXPIRED, DAY_2, ConsentState.GIVEN, DAY_1, "'x'"), "consent_event_by");
        refuses(() -> add(2, ConsentState.WITHDRAWN, DAY_2, ConsentState.GIVEN, DAY_1, "null"), "consent_event_by");
    }

    private int reach(ConsentState state) {
        List<ConsentState> way =
                switch (state) {
                    case REQUESTED, GIVEN -> List.of(state);
                    case REFUSED -> List.of(ConsentState.REQUESTED, state);
                    default -> List.of(ConsentState.GIVEN, state);
                };
        add(1, way.get(0), way.size() == 1 ? DAY_2 : DAY_1, null, null);
        if (way.size() == 2) {
            add(2, state, DAY_2, way.get(0), DAY_1);
        }
        return way.size();
    }

    private void add(int position, ConsentState state, String at, ConsentState from, String fromAt) {
        add(position, state, at, from, fromAt, state == ConsentState.EXPIRED ? "null" : "'x'");
    }

    private void add(int position, ConsentState state, String at, ConsentState from, String fromAt, String by) {
        String detail =
                switch (state) {
                    case GIVEN -> "{\"givenAt\":\"x\"}";
                    case INVALIDATED -> "{\"reason\":\"x\"}";
                    default -> "{}";
                };
        APPLICATION
                .sql("insert into consent_event (consent_id, position, state, at, by_oin, detail, from_state, from_at)"
                        + " values (:id, :position, :state, cast(:at as timestamptz), " + by
                        + ", cast(:detail as jsonb), :from, cast(:fromAt as timestamptz))")
                .param("id", id)
                .param("position", position)
                .param("state", state.name())
                .param("at", at)
                .param("detail", detail)
                .param("from", from == null ? null : from.name())
                .param("fromAt", fromAt)
                .update();
    }

    private static void refuses(Runnable step, String why) {
        assertThatThrownBy(step::run).rootCause().hasMessageContaining(why);
    }
}

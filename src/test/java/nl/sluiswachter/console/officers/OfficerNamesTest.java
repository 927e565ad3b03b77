package nl.sluiswachter.console.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.support.MovableClock;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How colleagues are called. */
class OfficerNamesTest {

    private static final Duration KEPT = Duration.ofDays(30);

    private final TestDatabase database = TestDatabase.create();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final OfficerNames names = new OfficerNames(JdbcClient.create(database.asApplication()), KEPT, clock);

    private void signsIn(String id, String name) {
        names.remember(new Officer(id, name, Set.of(Role.PRIVACY_OFFICER), clock.instant()));
    }

    private String called(String id) {
        return names.of(List.of(id)).of(id);
    }

    private int rows() {
        return JdbcClient.create(database.asOwner())
                .sql("select count(*) from console_officer")
                .query(Integer.class)
                .single();
    }

    @Test
    void callsEachByTheLastNameAndWhomNobodySawByTheId() {
        signsIn("7f3a", "Noor de Wit");
        signsIn("9c01", "Bas Kok");
        signsIn("7f3a", "Noor Kok-de Wit");

        OfficerNames.Called called = names.of(List.of("7f3a", "9c01", "0000", "", "7f3a"));

        assertThat(called.of("7f3a")).isEqualTo("Noor Kok-de Wit");
        assertThat(called.of("9c01")).isEqualTo("Bas Kok");
        assertThat(called.of("0000")).isEqualTo("0000");
        assertThat(called.of("")).isEmpty();
    }

    @Test
    void forgetsWhoDidNotSignInForLong() {
        signsIn("7f3a", "Noor de Wit");
        clock.pass(KEPT.minusSeconds(1));
        assertThat(called("7f3a")).isEqualTo("Noor de Wit");

        clock.pass(Duration.ofSeconds(1));
        assertThat(called("7f3a")).as("also when nobody cleared it away yet").isEqualTo("7f3a");
        signsIn("9c01", "Bas Kok");

        assertThat(rows()).isOne();
    }

    @Test
    void remembersLongerWhoSignsInAgain() {
        signsIn("7f3a", "Noor de Wit");
        clock.pass(KEPT.minusDays(1));
        signsIn("7f3a", "Noor de Wit");
        clock.pass(KEPT.minusDays(1));
        signsIn("9c01", "Bas Kok");

        assertThat(called("7f3a")).isEqualTo("Noor de Wit");
    }

    /** Else whoever has the provider call them like a colleague puts the colleague's name to what they did. */
    @Test
    void tellsWhoHaveTheSameNameApart() {
        signsIn("7f3a", "Noor de Wit");
        signsIn("9c01", "Noor\u200b de Wit");
        signsIn("0bad", "7f3a");

        assertThat(called("7f3a")).isEqualTo("Noor de Wit (7f3a)");
        assertThat(called("9c01")).isEqualTo("Noor de Wit (9c01)");
        assertThat(called("0bad")).isEqualTo("7f3a (0bad)");
    }

    @Test
    void keepsALineOfTextHoweverLongOrHostileTheNameIs() {
        signsIn("7f3a", "\u202eneerd\u0000\n<b>" + "x".repeat(65_536));

        assertThat(called("7f3a")).hasSize(120).startsWith("neerd <b>xxx").doesNotContain("\u202e", "\u0000", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u202e\u200b", "7f3a"})
    void keepsNothingWhereThereIsNoName(String none) {
        signsIn("7f3a", "Noor de Wit");
        signsIn("7f3a", none);

        assertThat(called("7f3a")).isEqualTo("7f3a");
        assertThat(rows()).isZero();
    }
}

package nl.sluiswachter.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.logpage.LogEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class LogWatchTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "BROKEN, NOW, vond iets dat niet klopt",
        "UNPROVEN, SOON, kon niet alles bewijzen",
        "UNREADABLE, SOON, kon niet alles bewijzen"
    })
    void saysThatALogIsWrongOnlyWhenItIs(String outcome, Urgency urgency, String words) {
        assertThat(LogWatch.verified(Optional.of(verification(outcome)), WEEK, reader()))
                .hasValueSatisfying(line -> {
                    assertThat(line.urgency()).isEqualTo(urgency);
                    assertThat(line.text()).contains("22 november 2026", words);
                });
    }

    @Test
    void isSilentAboutALogThatIsSoundWithinTheTerm() {
        assertThat(LogWatch.verified(Optional.of(verification("SOUND")), WEEK, reader()))
                .isEmpty();
        assertThat(LogWatch.verified(Optional.of(verification("SOUND", WEEK)), WEEK, reader()))
                .isEmpty();
    }

    @Test
    void asksToVerifyALogThatNobodyVerifiedWithinTheTermAndSaysWhenItWas() {
        Optional<LogEvents.Event> old = Optional.of(verification("SOUND", WEEK.plusDays(1)));

        assertThat(LogWatch.verified(old, WEEK, reader())).hasValueSatisfying(line -> {
            assertThat(line.urgency()).isEqualTo(Urgency.SOON);
            assertThat(line.text()).contains("voor het laatst 8 dagen geleden gecontroleerd, op 14 november 2026");
            assertThat(line.link()).isEqualTo("/console/log");
        });
        assertThat(LogWatch.verified(old, WEEK.plusDays(2), reader())).isEmpty();
    }

    @Test
    void asksToVerifyALogThatNobodyEverVerified() {
        assertThat(LogWatch.verified(Optional.empty(), WEEK, reader())).hasValueSatisfying(line -> {
            assertThat(line.urgency()).isEqualTo(Urgency.SOON);
            assertThat(line.text()).contains("nog nooit gecontroleerd in deze console");
        });
    }

    @Test
    void saysThatALogIsWrongHoweverLongAgoThatWasFound() {
        assertThat(LogWatch.verified(Optional.of(verification("BROKEN", WEEK.plusDays(90))), WEEK, reader()))
                .hasValueSatisfying(line -> assertThat(line.urgency()).isEqualTo(Urgency.NOW));
    }

    @Test
    void sendsNobodyToTheDiskWhereTheLogLooksChanged() {
        Line changed = LogWatch.unpublished(true, reader());
        Line disk = LogWatch.unpublished(false, reader());

        assertThat(changed.text()).contains("lijkt iets in veranderd of teruggezet");
        assertThat(changed.link()).isEqualTo("/console/log");
        assertThat(changed.help()).contains("pagina van het logboek").doesNotContain("schijf");
        assertThat(disk.help()).contains("schijf");
    }

    @Test
    void tellsThatNoWitnessEverLookedFromThatThereIsNone() {
        assertThat(TodayController.witnessed(false, Optional.empty(), reader()))
                .isEqualTo("Er zijn geen getuigen ingesteld");
        assertThat(TodayController.witnessed(true, Optional.empty(), reader())).isEqualTo("nog nooit");
        assertThat(TodayController.witnessed(true, Optional.of(Duration.ofDays(1)), reader()))
                .startsWith("21 november 2026");
    }

    private static LogEvents.Event verification(String outcome) {
        return verification(outcome, Duration.ZERO);
    }

    private static LogEvents.Event verification(String outcome, Duration ago) {
        return new LogEvents.Event(
                NOW.minus(ago), "", JsonNodeFactory.instance.objectNode().put("outcome", outcome));
    }

    private static Reader reader() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("console/words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        Officer officer = new Officer("officer", "Officer", Set.of(Role.PRIVACY_OFFICER), NOW);
        return new Reader(officer, NOW, Locale.forLanguageTag("nl"), words);
    }
}

package nl.sluiswachter.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "BROKEN, NOW, vond iets dat niet klopt",
        "UNPROVEN, SOON, kon niet alles bewijzen",
        "UNREADABLE, SOON, kon niet alles bewijzen"
    })
    void saysThatALogIsWrongOnlyWhenItIs(String outcome, Urgency urgency, String words) {
        assertThat(LogWatch.verified(Optional.of(verification(outcome)), reader()))
                .hasValueSatisfying(line -> {
                    assertThat(line.urgency()).isEqualTo(urgency);
                    assertThat(line.text()).contains("22 november 2026", words);
                });
    }

    @Test
    void isSilentAboutALogThatIsSound() {
        assertThat(LogWatch.verified(Optional.of(verification("SOUND")), reader()))
                .isEmpty();
    }

    @Test
    void asksToVerifyALogThatNobodyVerifiedLately() {
        assertThat(LogWatch.verified(Optional.empty(), reader())).hasValueSatisfying(line -> {
            assertThat(line.urgency()).isEqualTo(Urgency.SOON);
            assertThat(line.text()).contains("niet kort geleden gecontroleerd");
            assertThat(line.link()).isEqualTo("/console/log");
        });
    }

    private static LogEvents.Event verification(String outcome) {
        return new LogEvents.Event(
                NOW, "", JsonNodeFactory.instance.objectNode().put("outcome", outcome));
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

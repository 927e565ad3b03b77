package nl.sluiswachter.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.transferlog.LogDamaged;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class DamagedWatchTest {

    @ParameterizedTest
    @CsvSource({
        "nl, PRIVACY_OFFICER, Een aantekening in het logboek is beschadigd, /console/log",
        "en, PRIVACY_OFFICER, An entry of the log is damaged, /console/log",
        "nl, POLICY_EDITOR, Een aantekening in het logboek is beschadigd, ''"
    })
    void tellsThatItCouldNotReadAnEntryAndRaisesTheAlarm(String language, Role role, String words, String link) {
        LogDamaged damage = new LogDamaged(7, 3, null);
        List<LogDamaged> raised = new ArrayList<>();

        List<Line> lines = TodayController.look(
                new Watch() {
                    @Override
                    public Set<Role> audience() {
                        return Set.of(role);
                    }

                    @Override
                    public List<Line> look(Reader reader) {
                        throw damage;
                    }
                },
                reader(language, role),
                raised::add);

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.urgency()).isEqualTo(Urgency.NOW);
            assertThat(line.text()).startsWith(words);
            assertThat(line.help()).isNotEmpty();
            assertThat(line.link()).isEqualTo(link);
        });
        assertThat(raised).containsExactly(damage);
    }

    private static Reader reader(String language, Role role) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("console/words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        Instant now = Instant.parse("2026-11-22T08:00:00Z");
        return new Reader(
                new Officer("officer", "Officer", Set.of(role), now), now, Locale.forLanguageTag(language), words);
    }
}

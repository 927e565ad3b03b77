package nl.sluiswachter.console.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.sluiswachter.activation.RehearsalSummary;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.party.JdbcRolls;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.ImageRange;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a trial tells who may see no transfer. */
class RehearsalWordsTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final String SCHOOL = "00000099000000003000";
    private static final RehearsalSummary.Totals OPEN = new RehearsalSummary.Totals(7, 0, 7, 0, 0, 0);
    private static final String GP = "00000099000000002100";

    @Test
    void saysNothingOfAConfidentialExchange() {
        RehearsalSummary summary = summary(
                change("VT_REPORT", SCHOOL, 3), change("VT_REPORT", GP, 4), change("WMO_ALLOCATION", SCHOOL, 5));

        RehearsalView view = words().view(summary);

        assertThat(LAW.isConfidential("VT_REPORT")).isTrue();
        assertThat(view.changes()).hasSize(1);
        assertThat(view.changes().get(0).sender()).isEqualTo(SCHOOL);
        assertThat(view.changes().get(0).decisions()).isEqualTo(5);
    }

    /** Neither in numbers beside which it is missing, nor by where it stands in the list. */
    @Test
    void tellsTheSameHoweverOftenAConfidentialExchangeComesOutDifferently() {
        RehearsalView often = words().view(summary(
                change("VT_REPORT", SCHOOL, 900),
                change("WMO_ALLOCATION", GP, 5),
                change("WMO_ALLOCATION", SCHOOL, 2)));
        RehearsalView once = words().view(summary(
                change("WMO_ALLOCATION", GP, 5), change("WMO_ALLOCATION", SCHOOL, 2), change("VT_REPORT", GP, 1)));

        assertThat(often.changes()).isEqualTo(once.changes());
        assertThat(often.totals()).isEqualTo(once.totals());
        assertThat(often.totals().decisions()).isEqualTo(OPEN.decisions());
    }

    private static RehearsalWords words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("console/words");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        JdbcClient jdbc = JdbcClient.create(TestDatabase.create().asApplication());
        return new RehearsalWords(LAW, JdbcRolls.of(jdbc), messages, Locale.forLanguageTag("nl"));
    }

    private static RehearsalSummary summary(RehearsalSummary.Change... changes) {
        long number =
                Stream.of(changes).mapToLong(RehearsalSummary.Change::decisions).sum();
        RehearsalSummary.Totals all = new RehearsalSummary.Totals(number, 0, number, 0, 0, 0);
        return new RehearsalSummary("a", "b", new ImageRange(Instant.EPOCH, "1:1:"), all, OPEN, List.of(changes), "");
    }

    private static RehearsalSummary.Change change(String type, String sender, long decisions) {
        return new RehearsalSummary.Change(
                type, sender, "PERMIT", "DENY", new TreeSet<>(), new TreeSet<>(), false, decisions);
    }
}

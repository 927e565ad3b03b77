package nl.sluiswachter.console.logpage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.console.officers.OfficerNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class LogWordsTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private static final String TOLD =
            "{\"rule\":\"WMO_ALLOCATION\",\"term\":\"P15Y\",\"entries\":\"1200\",\"before\":\"2011-11-22T00:00:00Z\"}";

    @Test
    void tellsOfAnErasure() throws IOException {
        LogView.ErasureLine line = erasure(TOLD);

        assertThat(line.entries()).isEqualTo("1.200");
        assertThat(line.term()).isEqualTo("15 jaar");
        assertThat(line.before()).isEqualTo("22 november 2011");
    }

    /** Whoever owns the database can tell of one in words that mean nothing; the page shows the others all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"term\":\"x\"}",
                "{\"rule\":\"\",\"term\":\"P15Y\",\"entries\":\"x\",\"before\":\"yesterday\"}",
                "{\"rule\":\"WMO_ALLOCATION\",\"term\":\"P99999999999Y\",\"entries\":\"1\",\"before\":\"2011-11-22T00:00:00Z\"}"
            })
    void saysOfAnErasureThatCannotBeReadThatItIsDamaged(String told) throws IOException {
        LogView.ErasureLine line = erasure(told);

        assertThat(line.at()).contains("22 november 2026");
        assertThat(line.rule()).isEqualTo("Deze aantekening is beschadigd: controleer het logboek");
        assertThat(line.term() + line.before() + line.entries()).isEmpty();
    }

    private static LogView.ErasureLine erasure(String told) throws IOException {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("console/words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return new LogWords(words, LAW, new OfficerNames.Called(Map.of()), Locale.forLanguageTag("nl"))
                .erasure(new LogEvents.Event(AT, "", new ObjectMapper().readTree(told)));
    }
}

package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A catalogue in which something cannot be told to people is no catalogue. */
class VoicesCheckTest {

    private static final CatalogueFiles FILES = CatalogueFiles.in(Path.of("src/main/resources/catalogue"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taak is: {task}. | taak is: {job}. | phrases.TASK has an unknown placeholder {job}; expected is [task]",
                "{sender} kan het BSN | {when} kan het BSN | remedies.CORRECT_BSN has an unknown placeholder {when}; expected is [receiver, sender]",
                "nl: De toestemming is ingetrokken. | nl: '' | reasons.CONSENT_WITHDRAWN needs a text in nl and en",
                "'  EARLY_HELP:' | '  LATE_HELP:' | tasks.EARLY_HELP needs a text in nl and en",
                "'  EARLY_HELP:' | '  LATE_HELP:' | tasks.LATE_HELP belongs to nothing in the catalogue",
                "'  WELZIJN:' | '  ELDERS:' | capacities.WELZIJN needs a text in nl and en",
                "'  BW 7:' | '  BW 8:' | laws.BW 7 needs a text in nl and en",
                "'  DROP_FIELDS:' | '  KEEP_FIELDS:' | remedies.DROP_FIELDS needs a text in nl and en",
                "INFORM_SUBJECT_WHEN_SAFE: | INFORM_LATER: | obligations.INFORM_SUBJECT_WHEN_SAFE needs a text in nl and en",
                "', resident: {nl: uw ouder, en: your parent}' | '' | persons.PARENT needs a text in nl and en for each reader",
                "'  QUESTION:' | '  ANSWER:' | ANSWER"
            })
    void refusesWhatHasNoWordsOrWordsThatNothingFills(String from, String to, String sentence) {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        String changed = texts.get("voices.yaml").replace(from, to);
        assertThat(changed).isNotEqualTo(texts.get("voices.yaml"));
        texts.put("voices.yaml", changed);

        assertThatThrownBy(() -> new CatalogueLoader().load(new CatalogueFiles(texts)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("voices.yaml, line ")
                .hasMessageContaining(sentence);
    }
}

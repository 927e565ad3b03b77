package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import nl.sluiswachter.catalogue.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written of the name of something that was left out: only what the vocabulary has. */
class RemovalTest {

    @ParameterizedTest
    @CsvSource({
        "care.status, care.status, care.status",
        "dataItems.care.status, dataItems.care.status, dataItems.care.status",
        "care.jansen, care.jansen, care.(unreadable)",
        "dataItems.care.jansen, dataItems.care.jansen, dataItems.care.(unreadable)",
        "jansen, jansen, (unreadable)",
        "Piet Jansen, (unreadable), (unreadable)",
        "dataItems.Piet Jansen, dataItems.(unreadable), dataItems.(unreadable)",
    })
    void keepsOfANameWhatTheVocabularyHas(String written, String toItsSender, String inTheLog) {
        Removal removal =
                new Removal("-", written, Code.FIELD_NOT_ALLOWED, "AVG art. 5").masked(Worlds.CATALOGUE::knownPart);

        assertThat(removal.field()).isEqualTo(toItsSender);
        assertThat(removal.known()).isEqualTo(inTheLog);
    }
}

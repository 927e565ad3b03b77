package nl.sluiswachter.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.SomeRecord;
import org.junit.jupiter.api.Test;

/** What docs/explanations.md shows is what the gateway says. */
class DocumentedExamplesTest {
    private static final Path DOCUMENT = Path.of("docs", "explanations.md");

    @Test
    void showsWhatAResidentReadsOfARefusal() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(told(false, Voice.RESIDENT));
    }

    @Test
    void showsWhatAProfessionalReadsOfAPermit() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(told(true, Voice.PROFESSIONAL));
    }

    private static String told(boolean permit, Voice voice) {
        RecordedDecision decision = SomeDecision.inEveryCase()
                .map(SomeRecord::of)
                .filter(recorded -> recorded.exchangeType().equals("WELFARE_REFERRAL") && recorded.permit() == permit)
                .findFirst()
                .orElseThrow();
        return Narrator.tell(decision, Made.LAW, voice, Language.NL).text();
    }
}

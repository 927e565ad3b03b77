package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyTextTest {

    private static final CatalogueFiles FILES = CatalogueFiles.in(Path.of("src/main/resources/catalogue"));

    /** Nobody can make a call of which a part is left to be guessed. */
    @Test
    void namesOnlyCallsThatAreWhole() {
        assertThat(new CatalogueLoader().load(FILES).texts().remedies().values())
                .extracting(Remedy::call)
                .filteredOn(call -> call != null)
                .isNotEmpty()
                .noneMatch(call -> call.contains("{"));
    }

    /** A partner reads these too, and for a partner the call does not exist. */
    @Test
    void saysThatTheMunicipalityKeepsTheFacts() {
        List<Text> aboutFacts = new CatalogueLoader()
                .load(FILES).texts().remedies().values().stream()
                        .filter(remedy -> remedy.call() != null && remedy.call().contains("/v1/facts"))
                        .map(Remedy::text)
                        .toList();

        assertThat(aboutFacts).isNotEmpty().allSatisfy(text -> {
            assertThat(text.nl()).containsIgnoringCase("laat de gemeente");
            assertThat(text.en()).containsIgnoringCase("have the municipality");
        });
    }
}

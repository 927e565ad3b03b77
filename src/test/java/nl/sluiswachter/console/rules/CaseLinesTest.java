package nl.sluiswachter.console.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.console.rules.ShippedCases.Case;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The cases of the law, in the reader's language. */
class CaseLinesTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final Catalogue law =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    private CaseLines lines(String type, Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("console/words");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return CaseLines.of(ShippedCases.of(type), law, messages, locale);
    }

    @Test
    void tellsEveryCaseInDutchAndLosesNone() {
        for (String type : law.types().keySet()) {
            List<Case> cases = ShippedCases.of(type);
            CaseLines dutch = lines(type, DUTCH);

            assertThat(dutch.permits() + dutch.refusals()).as(type).isEqualTo(cases.size());
            assertThat(Stream.concat(dutch.permitted().stream(), dutch.refused().stream())
                            .map(CaseLines.Line::text))
                    .as(type)
                    .doesNotHaveDuplicates()
                    .allMatch(text -> text.startsWith("Van ") && text.contains(" aan ") && text.endsWith("."))
                    .noneMatch(text -> text.matches("(?s).*[A-Z]{3,}_[A-Z]+.*"))
                    .noneMatch(text -> cases.stream().anyMatch(one -> text.contains(one.name())));
        }
    }

    @Test
    void saysWhyAsTheCatalogueDoes() {
        CaseLines dutch = lines("WMO_ALLOCATION", DUTCH);

        assertThat(dutch.refused())
                .anySatisfy(line -> {
                    assertThat(line.text())
                            .startsWith("Van de gemeente (Wmo) aan ")
                            .endsWith("De ontvanger is niet bekend in deze rol, of deze rol mag dit niet krijgen.");
                    assertThat(line.times()).isGreaterThan(1);
                })
                .anySatisfy(line -> assertThat(line.text()).startsWith("Van de gemeente (werk en inkomen) aan "));
        assertThat(dutch.permitted())
                .anySatisfy(line -> assertThat(line.text()).contains("niet alles gaat mee. "))
                .anySatisfy(line -> assertThat(line.text()).endsWith(": delen mag."));
    }

    @Test
    void callsEachByItsNameInEnglish() {
        CaseLines english = lines("WMO_ALLOCATION", Locale.ENGLISH);

        assertThat(english.named()).isTrue();
        assertThat(english.permitted())
                .extracting(CaseLines.Line::text)
                .contains("permits what the committed provider needs");
        assertThat(english.permits()).isEqualTo(lines("WMO_ALLOCATION", DUTCH).permits());
    }
}

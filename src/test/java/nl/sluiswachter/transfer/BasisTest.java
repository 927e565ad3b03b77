package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import nl.sluiswachter.catalogue.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A permit says whether it rests on the law itself or on consent: the resident's report repeats it. */
class BasisTest {

    @ParameterizedTest
    @CsvSource({"VT_REPORT, STATUTORY_BASIS, CONSENT_NOT_NEEDED", "WELFARE_REFERRAL, CONSENT_BASIS, CONSENT_VALID"})
    void saysOnWhatItRests(String type, Code basis, Code consent) {
        CaseFile.Example example = CaseFile.all().stream()
                .flatMap(file -> file.examples().stream())
                .filter(each -> each.type().equals(type)
                        && each.then().path("outcome").asText().equals("PERMIT"))
                .findFirst()
                .orElseThrow();
        ExampleReader reader = new ExampleReader(example);

        Decided decided = new TestPath(reader.registers(), reader.requests()).decide(reader.submitted());

        assertThat(decided.findings()).extracting(Finding::code).contains(basis, consent);
    }
}

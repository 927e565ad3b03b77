package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluiswachter.catalogue.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A permit says whether it rests on the law itself or on consent: the resident's report repeats it. */
class BasisTest {

    /** The published schema has the names as they are listed, so this is no case: what fits it always passes. */
    @ParameterizedTest
    @CsvSource({
        "wmo 2015  ART. 5.2.1 lid 2 onder A, true",
        "' Wmo 2015 art. 5.2.1 lid 2 onder a ', true",
        "Wmo 2015 art. 5.2.1 lid 2 onder, false"
    })
    void takesAnArticleWhateverItsCaseAndSpaces(String stated, boolean taken) {
        CaseFile.Example base = CaseFile.all().stream()
                .flatMap(file -> file.examples().stream())
                .filter(each -> each.type().equals("WMO_ALLOCATION")
                        && each.then().path("outcome").asText().equals("PERMIT"))
                .findFirst()
                .orElseThrow();
        ObjectNode when = ((ObjectNode) base.when()).deepCopy().put("legalBasis", stated);
        ExampleReader reader = new ExampleReader(new CaseFile.Example(
                base.name(), base.type(), base.at(), base.given(), when, base.then(), base.catalogue()));

        Decided decided = new TestPath(reader.registers(), reader.requests()).decide(reader.submitted());

        assertThat(decided.isPermit()).isEqualTo(taken);
    }

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

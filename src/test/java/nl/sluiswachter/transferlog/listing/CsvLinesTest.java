package nl.sluiswachter.transferlog.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void noCellStartsAFormula(String text) {
        assertThat(CsvLines.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @Test
    void quotesAreDoubledAndListsStandInOneCell() {
        assertThat(CsvLines.of(Map.of("kind", "a\"b", "reasons", List.of("X", "Y"))))
                .contains("\"a\"\"b\"", "\"X; Y\"")
                .endsWith("\r\n");
    }
}

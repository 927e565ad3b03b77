package nl.sluiswachter.transferlog.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.sluiswachter.transferlog.lines.CsvLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uFF1D1", "\uFF201"})
    void noCellStartsAFormula(String text) {
        assertThat(CsvLine.of(List.of(text))).isEqualTo("\"'" + text + "\"\r\n");
    }

    @Test
    void quotesAreDoubledAndListsStandInOneCell() {
        assertThat(CsvLines.of(Map.of("kind", "a\"b", "reasons", List.of("X", "Y"))))
                .contains("\"a\"\"b\"", "\"X; Y\"")
                .endsWith("\r\n");
    }
}

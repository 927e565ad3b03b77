package nl.sluiswachter.console.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class RuleWordsTest {

    @Test
    void hasWordsForEveryMarkOfAField() {
        assertThat(ResourceBundle.getBundle("console.words").keySet())
                .containsAll(Arrays.stream(TypeView.Mark.values())
                        .map(mark -> "rule.mark." + mark)
                        .toList());
    }
}

package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreconditionWordsTest {

    @ParameterizedTest
    @EnumSource(Precondition.class)
    void saysEveryPreconditionInBothLanguages(Precondition precondition) {
        assertThat(Text.isBlank(PreconditionWords.of(precondition))).isFalse();
    }
}

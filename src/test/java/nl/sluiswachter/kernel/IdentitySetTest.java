package nl.sluiswachter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitySetTest {
    private static final LocalDate BORN = LocalDate.of(1948, 3, 2);
    private static final SubjectKeys KEYS = new SubjectKeys(new byte[32]);

    @ParameterizedTest
    @CsvSource({
        "van den Berg,Vandenberg",
        "Çelik,celik",
        "O'Neill,ONEILL",
        "Jansen-de Vries,jansen de vries",
        "Müller,Mu\u0308ller",
        "ﬁets,Fiets"
    })
    void namesAreTheSameWithoutCaseAccentsAndPunctuation(String one, String other) {
        assertThat(KEYS.of(set(one, "1234 AB"))).isEqualTo(KEYS.of(set(other, "1234ab")));
    }

    @Test
    void lettersOutsideLatinStay() {
        assertThat(set("Иванова", "1234AB")).isNotEqualTo(set("Петрова", "1234AB"));
    }

    @Test
    void theFieldsAreNotRunTogether() {
        IdentitySet one = new IdentitySet("Jansen", "A", BORN, "1234AB", "12");
        IdentitySet other = new IdentitySet("Jansen", "A", BORN, "1234AB1", "2");

        assertThat(KEYS.of(one)).isNotEqualTo(KEYS.of(other));
    }

    @Test
    void everyFieldCounts() {
        IdentitySet anna = new IdentitySet("Jansen", "Anna", BORN, "1234AB", "5");

        assertThat(List.of(
                        new IdentitySet("Janssen", "Anna", BORN, "1234AB", "5"),
                        new IdentitySet("Jansen", "Anne", BORN, "1234AB", "5"),
                        new IdentitySet("Jansen", "Anna", BORN.plusDays(1), "1234AB", "5"),
                        new IdentitySet("Jansen", "Anna", BORN, "1234AC", "5"),
                        new IdentitySet("Jansen", "Anna", BORN, "1234AB", "5a")))
                .map(KEYS::of)
                .doesNotContain(KEYS.of(anna))
                .doesNotHaveDuplicates();
    }

    @Test
    void anIncompleteSetIdentifiesNobody() {
        assertThatThrownBy(() -> new IdentitySet("", "Anna", BORN, "1234AB", "5"))
                .hasMessage("Incomplete identity set");
        assertThatThrownBy(() -> new IdentitySet("-", "Anna", BORN, "1234AB", "5"))
                .hasMessage("Incomplete identity set");
        assertThatThrownBy(() -> new IdentitySet("Jansen", null, BORN, "1234AB", "5"))
                .hasMessage("Incomplete identity set");
        assertThatThrownBy(() -> new IdentitySet("Jansen", "Anna", null, "1234AB", "5"))
                .hasMessage("Incomplete identity set");
        assertThatThrownBy(() -> new IdentitySet("Jansen", "Anna", BORN, " ", "5"))
                .hasMessage("Incomplete identity set");
        assertThatThrownBy(() -> new IdentitySet("Jansen", "Anna", BORN, "1234AB", ""))
                .hasMessage("Incomplete identity set");
    }

    @Test
    void doesNotShowThePerson() {
        assertThat(set("Jansen", "1234AB")).hasToString("IdentitySet");
    }

    private static IdentitySet set(String familyName, String postcode) {
        return new IdentitySet(familyName, "Anna", BORN, postcode, "5");
    }
}

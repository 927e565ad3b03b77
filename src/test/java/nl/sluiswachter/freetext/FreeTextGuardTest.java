package nl.sluiswachter.freetext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FreeTextGuardTest {
    private static final FreeTextGuard GUARD = new FreeTextGuard();
    private static final int MOST = 65_536;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bel 06-12345678 of mail jan@example.nl.|Bel [telefoonnummer weggelaten] of mail [e-mailadres weggelaten].",
                "bsn 1234.56.782;|bsn [BSN weggelaten];",
                "Kerkstraat 4a, 1234 AB Utrecht|[adres weggelaten] Utrecht",
                "IBAN NL13TEST0123456789!|IBAN [IBAN weggelaten]!",
                "niets om 10.30 uur|niets om 10.30 uur",
                "Bel 06:12345678, of 06*12345678|Bel [telefoonnummer weggelaten], of [telefoonnummer weggelaten]",
                "woont Kerkstraat nr 12, of Dorpsstr. 5|woont [adres weggelaten], of [adres weggelaten]",
                "Kerkstraat nummer 12|[adres weggelaten]",
                "punt nummer 12 van de agenda|punt nummer 12 van de agenda",
                "9 9 9 9 9 3 6 5 3|[BSN weggelaten]"
            })
    void putsAWordWhereSomethingWas(String text, String masked) {
        assertThat(GUARD.mask(text, found -> true)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bel 06-12345678|0612345678",
                "bel +31 (0)6 1234 5678|0612345678",
                "bel +31612345678|0612345678",
                "bel 0031 6 12 34 56 78|0612345678",
                "bel (010) 123 45 67|0101234567",
                "bel +32 470 12 34 56|+32470123456",
                "bel 0032 470 12 34 56|+32470123456",
                "mail Jan.Smit@Voorbeeld.NL|jan.smit@voorbeeld.nl",
                "mail jan (at) voorbeeld punt nl|jan@voorbeeld.nl",
                "mail jan[at]voorbeeld[dot]nl|jan@voorbeeld.nl",
                "bsn 1234.56.782|123456782",
                "rek. NL13 TEST 0123 4567 89|nl13test0123456789",
                "op Kerkstraat 4a, 1234 AB|kerkstraat4a1234ab"
            })
    void givesOneSpellingForWhatIsWrittenInManyWays(String text, String spelling) {
        assertThat(GUARD.find(text).stream().map(found -> FreeTextGuard.spelling(text, found)))
                .containsExactly(spelling);
    }

    @Test
    void masksOnlyWhatItIsAskedTo() {
        assertThat(GUARD.mask("jan@example.nl 0612345678", found -> found.kind() == Kind.PHONE))
                .isEqualTo("jan@example.nl [telefoonnummer weggelaten]");
    }

    @Test
    void findsABsnInsideAnAddressThatMayStay() {
        assertThat(GUARD.mask("999993653@example.nl", found -> found.kind() == Kind.BSN))
                .isEqualTo("[BSN weggelaten]@example.nl");
    }

    @Test
    void givesTheVerySameTextWhenNothingIsMasked() {
        String text = "Gesprek met 3 deelnemers";

        assertThat(GUARD.mask(text, found -> true)).isSameAs(text);
    }

    @Test
    void readsEightDigitsOnlyBesideAWordThatSaysSo() {
        assertThat(GUARD.find("sofinummer 10464554")).hasSize(1);
        assertThat(GUARD.find("klantnummer 10464554")).isEmpty();
    }

    @Test
    void leavesANumberThatIsLongerThanABsn() {
        assertThat(GUARD.find("1234567820")).isEmpty();
        assertThat(GUARD.find("1.123.456.782,00")).isEmpty();
    }

    @Test
    void givesTheDigitsHoweverTheyWereWritten() {
        String text = "nr １２３\u200b.４56.782";
        Found found = GUARD.find(text).get(0);

        assertThat(FreeTextGuard.digits(text, found)).isEqualTo("123456782");
    }

    @Test
    void refusesAnIbanWithAWrongCheckDigit() {
        assertThat(GUARD.find("NL14TEST0123456789").stream().map(Found::kind)).doesNotContain(Kind.IBAN);
    }

    @Test
    void theWordsOfAMaskNameNoOtherNumber() {
        assertThat(GUARD.mask("123456782.56.NL13782782", found -> true)).isEqualTo("[BSN weggelaten].56.NL13782782");
        assertThat(GUARD.find("[BSN weggelaten].56.NL13782782")).isEmpty();
    }

    @Property(tries = 2000)
    void findsNoNumberInWhatItMasked(@ForAll("texts") String text) {
        String masked = GUARD.mask(text, found -> true);

        assertThat(GUARD.find(masked).stream().map(Found::kind)).doesNotContain(Kind.BSN, Kind.IBAN);
    }

    @Property(tries = 2000)
    void findsOnlyPlacesWithinTheText(@ForAll String text) {
        assertThat(GUARD.find(text)).allSatisfy(found -> {
            assertThat(found.start()).isNotNegative().isLessThan(found.end());
            assertThat(found.end()).isLessThanOrEqualTo(text.length());
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "123456782",
                        "1234",
                        ".56.",
                        "782",
                        " ",
                        "-",
                        "06",
                        "12345678",
                        "@",
                        "jan",
                        ".nl",
                        "NL13",
                        "TEST",
                        "0123456789",
                        "Kerkstraat",
                        "12",
                        "AB",
                        "bsn",
                        "\u200b",
                        "(",
                        "+31",
                        "00",
                        "at",
                        "punt",
                        ",")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    /** Each unit is repeated up to 64 KB, the most that a text of a message can hold. */
    static Stream<String> hostile() {
        return Stream.of(
                "0",
                "1 ",
                "@",
                "a@",
                "a.",
                "a@a.",
                " at a dot ",
                "[at]",
                "(",
                "NL13 ",
                "NL13",
                "0 6 ",
                "06-",
                "+31 ",
                "00",
                "1234AB ",
                "Kerkstraat ",
                "Kerkstraat 1 ",
                "Van de ",
                "van 1 ",
                "bsn 1.",
                "bsn 1 2 ",
                "9 ",
                "1\u200b",
                "\u200b",
                "①",
                "𝟏",
                "Ａ",
                " ",
                "1  ",
                "A 1 A ",
                "de 12 ",
                "-1-",
                ".a@b",
                "'",
                "1e ",
                "1900 ",
                "a1",
                "1234 ab postcode ");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(5)
    void isNotSlowedDownByHostileText(String unit) {
        String text = unit.repeat(MOST / unit.length());

        assertThat(GUARD.mask(text, found -> true)).isNotNull();
    }
}

package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.party.Capacity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked of an exchange type with several rules. */
class ExchangeTypeTest {

    private static final Catalogue CATALOGUE =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    private final ExchangeType alignment = CATALOGUE.type("NURSE_WMO_ALIGNMENT").orElseThrow();

    /** The rule of the nurse uses data under the Wmo, that of the support provider under the Zvw. */
    @ParameterizedTest
    @CsvSource({
        "WIJKVERPLEGING, WMO_AANBIEDER, ALIGN_DAILY_CARE, WMO",
        "WMO_AANBIEDER, WIJKVERPLEGING, ALIGN_DAILY_CARE, ZVW",
        // no rule fits: the sender counts for more than the receiver
        "WMO_AANBIEDER, WMO_AANBIEDER, ALIGN_DAILY_CARE, ZVW",
        "WIJKVERPLEGING, WIJKVERPLEGING, ALIGN_DAILY_CARE, WMO",
        "SCHOOL, WIJKVERPLEGING, ALIGN_DAILY_CARE, ZVW",
        "SCHOOL, WMO_AANBIEDER, OTHER, WMO"
    })
    void takesTheRuleThatIsNearest(String sender, String receiver, String purpose, Origin law) {
        assertThat(alignment
                        .rule(new Capacity(sender), new Capacity(receiver), purpose)
                        .law())
                .isEqualTo(law);
    }

    /** One pair, several purposes: the stated one decides. */
    @Test
    void takesTheRuleOfTheStatedPurpose() {
        ExchangeType reuse = CATALOGUE.type("MUNICIPAL_REUSE").orElseThrow();

        assertThat(reuse.rules()).allSatisfy(rule -> rule.senders().forEach(sender -> rule.receivers()
                .forEach(receiver ->
                        assertThat(reuse.rule(sender, receiver, rule.purpose())).isEqualTo(rule))));
    }

    /** A pair that fits weighs more than a purpose that does. */
    @Test
    void prefersTheRightPairToTheRightPurpose() {
        ExchangeType reuse = CATALOGUE.type("MUNICIPAL_REUSE").orElseThrow();
        Set<String> purposes = Set.copyOf(reuse.purposes());

        for (ExchangeRule rule : reuse.rules()) {
            Capacity sender = rule.senders().iterator().next();
            Capacity receiver = rule.receivers().iterator().next();
            assertThat(purposes).allSatisfy(purpose -> assertThat(
                            reuse.rule(sender, receiver, purpose).covers(sender, receiver))
                    .isTrue());
        }
    }

    @Test
    void knowsEverybodyWhoCanSendOrReceive() {
        assertThat(alignment.senders()).containsExactlyInAnyOrderElementsOf(alignment.receivers());
        assertThat(alignment.senders())
                .containsExactlyInAnyOrder(new Capacity("WIJKVERPLEGING"), new Capacity("WMO_AANBIEDER"));
        assertThat(alignment.purposes()).isEqualTo(List.of("ALIGN_DAILY_CARE"));
    }

    @Test
    void knowsWhichTypeAnswersARequest() {
        assertThat(CATALOGUE.answerTo(CATALOGUE.type("VT_INFO_REQUEST").orElseThrow()))
                .map(ExchangeType::id)
                .hasValue("VT_INFO_RESPONSE");
        assertThat(CATALOGUE.answerTo(CATALOGUE.type("VT_REPORT").orElseThrow()))
                .isEmpty();
    }

    /** The general practitioner needs both of a child of twelve, the municipality only the child. */
    @Test
    void knowsTheAgesThatARuleRefersTo() {
        assertThat(regimeOf("WMO_HEALTH_INFO_RESPONSE").at(12)).isEqualTo(GiverRule.BOTH);
        assertThat(regimeOf("WMO_HEALTH_INFO_REQUEST").at(12)).isEqualTo(GiverRule.SELF);
    }

    @Test
    void citesItsBasisItsConsentItsSecrecyAndItsPreconditions() {
        ExchangeRule rule =
                CATALOGUE.type("OGGZ_CONCERN_REPORT").orElseThrow().rules().get(0);

        assertThat(rule.cited())
                .containsAll(rule.articles())
                .contains(rule.consent().article(), rule.secrecy().article())
                .containsAll(rule.preconditions().stream()
                        .map(PreconditionRule::article)
                        .toList());
        assertThat(rule.article()).isEqualTo(rule.articles().get(0));
    }

    private static AgeRegime regimeOf(String type) {
        return CATALOGUE.regime(CATALOGUE.type(type).orElseThrow().rules().get(0));
    }
}

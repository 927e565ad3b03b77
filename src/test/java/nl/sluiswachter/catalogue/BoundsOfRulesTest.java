package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.party.Capacity;
import org.junit.jupiter.api.Test;

/** Where a rule begins and ends: ages, days, who gives, who reads. */
class BoundsOfRulesTest {

    private static final Text DUTCH_AND_ENGLISH = new Text("ja", "yes");

    @Test
    void anAgeBandBeginsOnItsBirthday() {
        AgeRegime regime =
                new AgeRegime("UAVG art. 5", GiverRule.REPRESENTATIVE, GiverRule.BOTH, GiverRule.SELF, GiverRule.BOTH);

        assertThat(regime.at(11)).isEqualTo(GiverRule.REPRESENTATIVE);
        assertThat(regime.at(12)).isEqualTo(GiverRule.BOTH);
        assertThat(regime.at(15)).isEqualTo(GiverRule.BOTH);
        assertThat(regime.at(16)).isEqualTo(GiverRule.SELF);
        assertThat(regime.at(17)).isEqualTo(GiverRule.SELF);
        assertThat(regime.at(18)).isEqualTo(GiverRule.BOTH);
    }

    @Test
    void anArticleIsLawFromItsFirstDayToItsLast() {
        LocalDate day = LocalDate.parse("2026-07-01");

        assertThat(new Article(null, null).isInForceOn(day)).isFalse();
        assertThat(new Article(day, null).isInForceOn(day)).isTrue();
        assertThat(new Article(day, null).isInForceOn(day.minusDays(1))).isFalse();
        assertThat(new Article(day, day).isInForceOn(day)).isTrue();
        assertThat(new Article(day, day).isInForceOn(day.plusDays(1))).isFalse();
    }

    @Test
    void bothAsksEachAndEachAsksOnlyItself() {
        assertThat(GiverRule.BOTH.asks(Giver.Relation.SELF)).isTrue();
        assertThat(GiverRule.BOTH.asks(Giver.Relation.REPRESENTATIVE)).isTrue();
        assertThat(GiverRule.SELF.asks(Giver.Relation.SELF)).isTrue();
        assertThat(GiverRule.SELF.asks(Giver.Relation.REPRESENTATIVE)).isFalse();
    }

    @Test
    void aTextIsReadInTheLanguageAndVoiceOfItsReader() {
        Text own = new Text("u", "you");
        VoicedText apart = new VoicedText(null, DUTCH_AND_ENGLISH, own);

        assertThat(own.in(Language.NL)).isEqualTo("u");
        assertThat(own.in(Language.EN)).isEqualTo("you");
        assertThat(apart.of(Voice.RESIDENT)).isEqualTo(own);
        assertThat(apart.of(Voice.PROFESSIONAL)).isEqualTo(DUTCH_AND_ENGLISH);
        assertThat(new VoicedText(own, null, null).of(Voice.RESIDENT)).isEqualTo(own);
    }

    @Test
    void theFirstRefusalIsThatOfTheSender() {
        assertThat(Code.SENDER_NOT_ENTITLED.refuses()).isTrue();
        assertThat(Code.OBLIGATIONS_SET.refuses()).isFalse();
    }

    @Test
    void aRuleCoversOnlyItsOwnPairs() {
        ExchangeRule report = new CatalogueLoader()
                .load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")))
                .type("VT_REPORT")
                .orElseThrow()
                .rules()
                .get(0);
        Capacity school = new Capacity("SCHOOL");
        Capacity centre = new Capacity("VEILIG_THUIS");

        assertThat(report.covers(school, centre)).isTrue();
        assertThat(report.covers(school, school)).isFalse();
        assertThat(report.covers(centre, centre)).isFalse();
    }
}

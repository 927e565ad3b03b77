package nl.sluiswachter.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Phrase;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.transfer.DataItem;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Item;
import nl.sluiswachter.transferlog.SomeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NarratorTest {
    private static final Pattern HAPPENED = Pattern.compile(
            "deelde|ging |mochten|mocht |wilde|vroeg|kreeg|stond |(is|was|zijn) (gegeven|gedeeld|verstuurd|weggelaten|gebleven)");
    private static final Pattern HAPPENED_IN_ENGLISH = Pattern.compile(
            "shared data|(was|were) (sent|shared|left|not|answered|allowed)|could be|wanted|asked |stayed| got ");
    private static final Words DUTCH = new Words(Made.LAW, Voice.RESIDENT, Language.NL);
    private static final Words ENGLISH = new Words(Made.LAW, Voice.RESIDENT, Language.EN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wmo 2015 art. 5.2.6 | artikel 5.2.6 van de Wmo 2015 | article 5.2.6 of the Wmo 2015",
                "Wmo 2015 art. 5.2.5 lid 1 | artikel 5.2.5, eerste lid, van de Wmo 2015 | article 5.2.5, first paragraph, of the Wmo 2015",
                "UAVG art. 30 lid 2 onder a | artikel 30, tweede lid, onder a, van de Uitvoeringswet AVG | article 30, second paragraph, under a, of the Dutch GDPR Act",
                "UAVG art. 22 onder b | artikel 22, onder b, van de Uitvoeringswet AVG | article 22, under b, of the Dutch GDPR Act",
                "BW 7:457 | artikel 457 van boek 7 van het Burgerlijk Wetboek | article 457 of book 7 of the Civil Code",
                "WAMS:ONDERZOEK | een regel die nu geen wet is | a rule that is not law today",
                "Grondwet art. 1 | een regel die nu geen wet is | a rule that is not law today"
            })
    void readsAnArticleOutLoud(String article, String dutch, String english) {
        assertThat(DUTCH.article(article)).isEqualTo(dutch);
        assertThat(ENGLISH.article(article)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "identity.name, naam",
        "identity.name.family, naam",
        "dataItems.identity.name, naam",
        "dataItems.identity.shoe, iets dat wij niet kennen",
        "identity.(unreadable), iets dat wij niet kennen",
        "(unreadable), iets dat wij niet kennen"
    })
    void namesAFieldByItsTitleAndNeverByWhatSomebodyMadeUp(String path, String title) {
        assertThat(DUTCH.field(path)).isEqualTo(title);
    }

    @Test
    void doesNotRepeatACapacityThatNobodyKnows() {
        assertThat(DUTCH.party(Optional.empty())).isEqualTo("een organisatie die wij niet kennen");
        assertThat(DUTCH.party(Optional.of("TOVENAAR"))).isEqualTo("een organisatie die wij niet kennen");
    }

    @Test
    void namesTheOrganisationsThatTheRegisterKnows() {
        RecordedDecision decision =
                Made.refusals(Code.CONSENT_REQUIRED).findFirst().orElseThrow();
        String name = "Stichting " + decision.sender().value();

        Account named = Narrator.tell(decision, Made.LAW, Voice.RESIDENT, Language.NL, oin -> Optional.of(name));
        Account nameless = Narrator.tell(decision, Made.LAW, Voice.RESIDENT, Language.NL);

        assertThat(named.text()).contains(" is " + name + ".");
        assertThat(nameless.text()).doesNotContain("Stichting");
    }

    @Test
    void startsASentenceWithACapital() {
        assertThat(DUTCH.sentence(Phrase.CONSENT_BY_SELF, Map.of("person", "uw kind")))
                .isEqualTo("Uw kind gaf zelf toestemming.");
    }

    @Test
    void saysWhomAReasonConcernsUnlessItIsTheResident() {
        List<Account> accounts = Made.refusals(Code.CONSENT_REQUIRED)
                .map(decision -> Narrator.tell(decision, Made.LAW, Voice.RESIDENT, Language.NL))
                .toList();

        assertThat(accounts.get(0).text()).doesNotContain("Het gaat hier om");
        assertThat(accounts.get(1).text()).contains("Die is niet gevonden. Het gaat hier om uw partner.");
    }

    @Test
    void saysWhichConditionWasNotMet() {
        assertThat(Made.refusals().map(decision -> Narrator.tell(decision, Made.LAW, Voice.RESIDENT, Language.NL)
                        .text()))
                .anySatisfy(text ->
                        assertThat(text).contains("De gemeente heeft niet vastgelegd dat deze ontvanger u helpt."))
                .noneSatisfy(text -> assertThat(text).contains("COMMITMENT"));
    }

    /** Only whoever is in the message is "u"; a professional is never spoken to as the resident. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void speaksToTheResidentAndAboutTheResident(Language language) {
        RecordedDecision decision = Made.permits().findFirst().orElseThrow();

        String resident =
                Narrator.tell(decision, Made.LAW, Voice.RESIDENT, language).text();
        String professional =
                Narrator.tell(decision, Made.LAW, Voice.PROFESSIONAL, language).text();

        assertThat(resident).contains(language == Language.NL ? "Dit ging mee over u\n" : "This was sent about you\n");
        assertThat(professional)
                .contains(language == Language.NL ? "Dit ging mee over de inwoner\n" : "about the resident\n")
                .doesNotContain(" over u\n", " about you\n");
    }

    /** Nobody sent anything: a reader who takes it for done does not look whether it still has to be. */
    @ParameterizedTest
    @EnumSource(Voice.class)
    void tellsOfWhatWasOnlyAskedAsOfNothingThatHappened(Voice voice) {
        for (RecordedDecision decision : List.of(
                Made.permits().findFirst().orElseThrow(),
                Made.refusals().findFirst().orElseThrow())) {
            assertThat(told(decision, voice, Language.NL)).containsPattern(HAPPENED);
            assertThat(told(Made.supposed(decision), voice, Language.NL)).doesNotContainPattern(HAPPENED);
            assertThat(told(decision, voice, Language.EN)).containsPattern(HAPPENED_IN_ENGLISH);
            assertThat(told(Made.supposed(decision), voice, Language.EN)).doesNotContainPattern(HAPPENED_IN_ENGLISH);
        }
        assertThat(told(Made.supposed(Made.permits().findFirst().orElseThrow()), voice, Language.NL))
                .contains("Dit zou meegaan over", "Dit zou niet meegaan over", " mogen worden gedeeld");
    }

    @Test
    void tellsWhatWasFoundInOrderByWhetherAnythingWasSent() {
        RecordedDecision decision = Made.permits()
                .filter(one -> one.findings().stream().anyMatch(finding -> finding.code() == Code.MINIMUM_PRESENT))
                .findFirst()
                .orElseThrow();
        Paragraph missed = new Paragraph("Is het aangekomen?", List.of("Nee."), List.of());

        assertThat(told(decision, Voice.RESIDENT, Language.NL))
                .contains("Er stond geen bezwaar", "De ontvanger kreeg genoeg")
                .doesNotContain("zou ");
        assertThat(Narrator.tell(
                                decision,
                                Made.LAW,
                                Voice.RESIDENT,
                                Language.NL,
                                oin -> Optional.empty(),
                                Optional.of(missed))
                        .text())
                .contains("geen bezwaar tegen dit gebruik bekend", "De ontvanger zou genoeg krijgen")
                .doesNotContain("De ontvanger kreeg", "Er ging");
    }

    /** The title, who and what for, the headings, and what was found in order. */
    private static String told(RecordedDecision decision, Voice voice, Language language) {
        Account account = Narrator.tell(decision, Made.LAW, voice, language);
        Stream<String> passed = account.paragraphs().stream()
                .filter(one ->
                        one.heading().startsWith(language == Language.NL ? "Dit is ook bekeken" : "This was checked"))
                .flatMap(one -> one.items().stream());
        Stream<String> headings = account.paragraphs().stream()
                .map(Paragraph::heading)
                .filter(heading -> !heading.equals("This was checked too"));
        return Stream.of(
                        Stream.of(account.title()),
                        account.paragraphs().get(0).sentences().stream().filter(one -> !one.contains("2026")),
                        headings,
                        passed)
                .flatMap(some -> some)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void tellsTheReceiverNothingOfWhatWasLeftOut() {
        RecordedDecision decision = Made.permits().findFirst().orElseThrow().forReceiver();

        for (Voice voice : Voice.values()) {
            String text = Narrator.tell(decision, Made.LAW, voice, Language.NL).text();
            assertThat(text).contains("Dit ging mee over").doesNotContain("niet mee", "uiterlijk op", "geheim");
        }
        assertThat(decision.removed()).isEmpty();
        assertThat(decision.obligations()).isEmpty();
    }

    /** What is wrong with the message itself is about no field: "something that we do not know" would be said of one. */
    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"ITEMS_MISSING", "REPLY_TO_MISSING", "REQUEST_UNKNOWN"})
    void saysOfAMessageThatLacksSomethingNothingOfAField(Code code) {
        List<RecordedDecision> refused = SomeDecision.inEveryCase()
                .map(SomeRecord::of)
                .filter(decision -> decision.reasons().stream().anyMatch(finding -> finding.code() == code))
                .limit(3)
                .toList();
        assertThat(refused).isNotEmpty().allSatisfy(decision -> {
            assertThat(decision.reasons()).anyMatch(finding -> finding.field()
                    .filter(Set.of("dataItems", "replyTo")::contains)
                    .isPresent());
            for (Voice voice : Voice.values()) {
                for (Language language : Language.values()) {
                    assertThat(Narrator.tell(decision, Made.LAW, voice, language)
                                    .text())
                            .doesNotContain("dit gegeven: iets", "this item: something");
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"WMO_HEALTH_INFO_REQUEST, RESIDENT", "WMO_HEALTH_INFO_REQUEST, PROFESSIONAL"})
    void saysInPlainWordsWhatWasAsked(String type, Voice voice) {
        RecordedDecision asked = recorded(
                type, decision -> decision.permit() && !decision.dataItems().isEmpty());

        Paragraph paragraph = headed(asked, voice, "Dit vroeg ");

        assertThat(paragraph.heading()).contains(" aan ").doesNotContain("_", "{");
        assertThat(paragraph.items())
                .containsExactlyElementsOf(asked.dataItems().stream()
                        .map(item -> DUTCH.field(item.field()))
                        .distinct()
                        .toList());
    }

    @Test
    void saysOfARefusedRequestWhatSomebodyWantedToAsk() {
        RecordedDecision refused = Made.refusals().findFirst().orElseThrow();

        assertThat(headed(refused, Voice.RESIDENT, "Dit wilde ").heading()).contains(" over u vragen aan ");
        assertThat(Narrator.tell(refused, Made.LAW, Voice.RESIDENT, Language.NL).text())
                .doesNotContain("Het antwoord op deze vragen");
    }

    @Test
    void saysPerItemWhetherItWasAnswered() {
        RecordedDecision answered = Made.answer(
                new Item("health.functional", Optional.of(DataItem.Outcome.PROVIDED)),
                new Item("health.treatment", Optional.of(DataItem.Outcome.PARTLY)),
                new Item("health.diagnosis", Optional.of(DataItem.Outcome.REFUSED)));

        for (Voice voice : Voice.values()) {
            assertThat(headed(answered, voice, "Het antwoord op deze vragen is gegeven")
                            .items())
                    .containsExactly(DUTCH.field("health.functional"));
            assertThat(headed(answered, voice, "Het antwoord op deze vragen is voor een deel gegeven")
                            .items())
                    .containsExactly(DUTCH.field("health.treatment"));
            assertThat(headed(answered, voice, "Het antwoord op deze vragen is niet gegeven")
                            .items())
                    .containsExactly(DUTCH.field("health.diagnosis"));
        }
    }

    @Test
    void saysOnceOfWhomItLeavesSomethingOutForSeveralReasons() {
        Account account =
                Narrator.tell(Made.permits().findFirst().orElseThrow(), Made.LAW, Voice.RESIDENT, Language.NL);
        String heading = "Dit ging niet mee over u";

        assertThat(account.paragraphs())
                .filteredOn(one -> one.heading().equals(heading))
                .hasSizeGreaterThan(1);
        assertThat(account.text()).containsOnlyOnce("\n\n" + heading + "\n").doesNotContain("\n\n\n");
    }

    @Test
    void saysOfAQuestionThatDidNotArriveWhatSomebodyWantedToAsk() {
        RecordedDecision asked = recorded(
                "WMO_HEALTH_INFO_REQUEST",
                decision -> decision.permit() && !decision.dataItems().isEmpty());

        assertThat(missedHeadings(asked))
                .anyMatch(heading -> heading.startsWith("Dit wilde "))
                .noneMatch(heading -> heading.startsWith("Dit vroeg "));
    }

    @Test
    void saysNothingOfAnAnswerThatDidNotArrive() {
        RecordedDecision answered = Made.answer(new Item("health.functional", Optional.of(DataItem.Outcome.PROVIDED)));

        assertThat(missedHeadings(answered)).noneMatch(heading -> heading.startsWith("Het antwoord op deze vragen"));
    }

    /** Of a message that was stopped before it arrived, for both readers. */
    private static List<String> missedHeadings(RecordedDecision decision) {
        Paragraph missed = new Paragraph("Is het aangekomen?", List.of("Nee."), List.of());
        return Stream.of(Voice.values())
                .map(voice -> Narrator.tell(
                        decision, Made.LAW, voice, Language.NL, oin -> Optional.empty(), Optional.of(missed)))
                .flatMap(account -> account.paragraphs().stream())
                .map(Paragraph::heading)
                .toList();
    }

    private static RecordedDecision recorded(String type, Predicate<RecordedDecision> wanted) {
        return SomeDecision.inEveryCase()
                .map(SomeRecord::of)
                .filter(decision -> decision.exchangeType().equals(type))
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static Paragraph headed(RecordedDecision decision, Voice voice, String heading) {
        return Narrator.tell(decision, Made.LAW, voice, Language.NL).paragraphs().stream()
                .filter(paragraph -> paragraph.heading().startsWith(heading))
                .findFirst()
                .orElseThrow();
    }

    /** The values, made-up names and made-up fields of Worlds. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void holdsNoSubmittedValueAndNoMadeUpName(@ForAll long seed) {
        RecordedDecision decision = SomeRecord.of(SomeDecision.of(seed));

        Stream.of(Voice.values())
                .map(voice ->
                        Narrator.tell(decision, Made.LAW, voice, Language.NL).text())
                .forEach(text -> assertThat(text.toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("qz", "qan", "999993653", "made", "1903-01-17", "unreadable"));
    }
}

package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One decision, told to a system, a professional and the resident. */
class ExplanationTest {

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client welfare = Client.of("welzijn");
    private final Client provider = Client.of("wmo-aanbieder");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void tellsTheResidentWhoGotWhatForWhatOnWhichArticleAndWhatWasLeftOut() {
        Registers.commitment(Messages.ANNA);
        String id = municipality
                .transfer(Messages.allocation().text("/persons/0/data/health/diagnosis", "geheim"))
                .transferId();

        Reply told = explain(municipality, id, "audience=resident");

        assertThat(told.at("/title")).isEqualTo("Er zijn gegevens over u gedeeld");
        assertThat(sentences(told))
                .contains(
                        "De gemeente (Wmo) deelde gegevens over u met de zorgaanbieder (Wmo).",
                        "De zorgaanbieder (Wmo) is Thuisbegeleiding De Brug.",
                        "De taak is: zorgen dat de hulp kan beginnen.",
                        "Van de wet mag dit zonder toestemming.",
                        "Dat staat in artikel 5.2.1, tweede lid, onder a, van de Wmo 2015.",
                        "De ontvanger heeft dit hier niet voor nodig.");
        assertThat(items(told, "Dit ging mee over u"))
                .contains("naam", "burgerservicenummer", "toegekende voorziening");
        assertThat(items(told, "Dit ging niet mee over u")).containsExactly("diagnose");
        assertThat(items(told, "Wat er nog moet gebeuren"))
                .singleElement()
                .asString()
                .startsWith("De gemeente (Wmo) moet u dit uiterlijk op ")
                .endsWith(" vertellen.");
    }

    @Test
    void tellsOfAMessageThatWasStoppedThatItDidNotArrive() {
        String consent = consent();
        String id = municipality.transfer(Messages.referral()).transferId();
        Registers.withdraw("gemeente-wmo", consent);
        String why = "Dit is niet aangekomen: de toestemming is ingetrokken voordat de ontvanger het bericht ophaalde.";

        Reply resident = explain(municipality, id, "audience=resident");
        Reply professional = explain(municipality, id, "audience=professional");

        assertThat(resident.at("/title")).isEqualTo("Er zijn geen gegevens over u gedeeld");
        assertThat(resident.at("/paragraphs/0/sentences/0")).isEqualTo(why);
        assertThat(resident.text()).contains("wilde gegevens over u delen").doesNotContain("deelde", "Dit ging mee");
        assertThat(professional.at("/paragraphs/0/sentences/0")).isEqualTo(why);
        assertThat(professional.text()).doesNotContain("deelde", "Dit ging mee");
        assertThat(explain(municipality, id, "audience=resident&lang=en").text())
                .contains("This did not arrive: the consent was taken back");
        assertThat(explain(municipality, id, "audience=technical").at("/notArrived"))
                .isEqualTo("CONSENT_WITHDRAWN");
    }

    @Test
    void tellsOfARefusalWhyAndWhatWouldChangeIt() {
        String id = municipality.transfer(Messages.referral()).transferId();

        Reply professional = explain(municipality, id, "");
        Reply resident = explain(municipality, id, "audience=resident&lang=nl");

        assertThat(professional.at("/audience")).isEqualTo("professional");
        assertThat(professional.at("/lang")).isEqualTo("nl");
        assertThat(sentences(professional))
                .contains(
                        "Er is niets verstuurd.",
                        "Hiervoor is toestemming nodig en die is niet gevonden.",
                        "Dat staat in artikel 5.3.3, eerste lid, van de Wmo 2015.");
        assertThat(items(professional, "Wat het anders kan maken"))
                .anySatisfy(remedy -> assertThat(remedy).startsWith("Vraag de persoon toestemming"));
        assertThat(resident.at("/title")).isEqualTo("Er zijn geen gegevens over u gedeeld");
        assertThat(items(resident, "Wat het anders kan maken"))
                .contains("De gemeente (Wmo) kan om toestemming vragen. U mag ook nee zeggen.");
        assertThat(items(resident, "Om deze gegevens ging het, over u")).contains("hulpvraag");
        assertThat(items(resident, "Dit zou niet meegaan over u")).contains("burgerservicenummer");
    }

    @Test
    void saysWhoGaveConsentAndThatItCanBeTakenBack() {
        consent();
        String id = municipality.transfer(Messages.referral()).transferId();

        assertThat(sentences(explain(municipality, id, "audience=resident")))
                .contains("Dit mag alleen met toestemming.", "U gaf zelf toestemming.");
        assertThat(sentences(explain(municipality, id, "audience=professional")))
                .contains("De inwoner gaf zelf toestemming.");
        assertThat(items(explain(municipality, id, "audience=resident"), "Wat het anders kan maken"))
                .anySatisfy(remedy -> assertThat(remedy).contains("ingetrokken"));
    }

    @Test
    void saysThatARepresentativeGaveConsent() {
        String birthdate = LocalDate.now().minusYears(9).toString();
        Client school = Client.of("school");
        Registers.consentBy(
                "school",
                Registers.consent(Messages.ANNA, "SCHOOL_TO_YOUTH_TEAM", "GEMEENTE_JEUGD", "identity", "school")
                        .text("/subject/birthdate", birthdate)
                        .with("/givenBy", "{\"relation\":\"REPRESENTATIVE\",\"bsn\":\"" + Messages.BORIS + "\"}"));
        String id = school.transfer(Messages.pupil(birthdate)).transferId();

        assertThat(sentences(explain(school, id, "audience=professional")))
                .contains("Voor de inwoner gaf een ouder of vertegenwoordiger toestemming.");
        assertThat(sentences(explain(school, id, "audience=resident")))
                .contains("Voor u gaf een ouder of vertegenwoordiger toestemming.");
    }

    @Test
    void givesASystemTheCodesOfTheAnswer() {
        consent();
        Reply answer = municipality.transfer(Messages.referral());

        Reply told = explain(municipality, answer.transferId(), "audience=technical");

        assertThat(told.json().get("findings")).isEqualTo(answer.json().get("findings"));
        assertThat(told.removed()).isEqualTo(answer.removed()).isNotEmpty();
        assertThat(told.json().path("removed"))
                .allSatisfy(gone -> assertThat(gone.path("article").asText()).contains("art."));
        assertThat(told.json().get("obligations")).isEqualTo(answer.json().get("obligations"));
        assertThat(told.at("/policyVersion")).isEqualTo(answer.at("/policyVersion"));
    }

    @Test
    void givesASystemTheReasonsAndRemediesOfARefusal() {
        Reply answer = municipality.transfer(Messages.referral());

        Reply told = explain(municipality, answer.transferId(), "audience=technical");

        assertThat(told.json().get("reasons")).isEqualTo(answer.json().get("reasons"));
        assertThat(told.codes("remedies")).isEqualTo(answer.codes("remedies")).isNotEmpty();
        assertThat(told.at("/remedies/0/call")).isEqualTo(answer.at("/remedies/0/call"));
        assertThat(told.json().has("obligations")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"technical", "professional", "resident"})
    void doesNotTellTheReceiverWhatWasLeftOut(String audience) {
        consent();
        String id = municipality.transfer(Messages.referral()).transferId();

        String told = explain(welfare, id, "audience=" + audience).text();

        assertThat(told)
                .doesNotContain("BSN", "bsn", "burgerservicenummer", "geboortedatum", "birthdate")
                .doesNotContain("removed", "obligations", "LIMITED", "niet mee", "uiterlijk op");
        assertThat(told).contains(audience.equals("technical") ? "CONSENT_VALID" : "hulpvraag");
    }

    @Test
    void doesNotLetTheReceiverInferThatAnAddressIsSecret() {
        Registers.commitment(Messages.ANNA);
        String open = municipality.transfer(Messages.allocation()).transferId();
        Registers.fact("ADDRESS_SECRECY", Messages.ANNA);
        String secret = municipality.transfer(Messages.allocation()).transferId();

        assertThat(explain(provider, secret, "audience=technical").json().get("findings"))
                .isEqualTo(explain(provider, open, "audience=technical").json().get("findings"));
    }

    @Test
    void isNotThereForOthersNorForTheReceiverOfARefusal() {
        Registers.commitment(Messages.ANNA);
        String permitted = municipality.transfer(Messages.allocation()).transferId();
        String refused = municipality.transfer(Messages.referral()).transferId();

        Reply foreign = bad(welfare, permitted, "");
        Reply receiver = bad(welfare, refused, "audience=technical");
        Reply unknown = bad(welfare, "0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50", "");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text()).isEqualTo(receiver.text()).isEqualTo(unknown.text());
        assertThat(bad(welfare, "nonsense", "").text()).isEqualTo(unknown.text());
    }

    @Test
    void hasNothingToTellOfADryRun() {
        String id = municipality.dryRun(Messages.referral()).transferId();

        assertThat(bad(municipality, id, "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "audience=lawyer, audience",
        "audience=, audience",
        "audience=RESIDENT, audience",
        "lang=fr, lang",
        "lang=NL, lang",
        "lang=nl&lang=en, lang"
    })
    void refusesAnUnknownReaderOrLanguage(String query, String parameter) {
        String id = municipality.transfer(Messages.referral()).transferId();

        Reply reply = bad(municipality, id, query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_INPUT");
        assertThat(reply.at("/invalidParams/0/name")).isEqualTo(parameter);
    }

    @Test
    void speaksEnglishWhenAskedAndDutchWhenTheQuestionSaysSo() {
        String id = municipality.transfer(Messages.referral()).transferId();
        String path = "/v1/transfers/" + id + "/explanation";

        assertThat(explain(municipality, id, "audience=resident&lang=en").at("/title"))
                .isEqualTo("No data about you were shared");
        assertThat(municipality.get(path).header("Accept-Language", "en").send().at("/lang"))
                .isEqualTo("en");
        assertThat(municipality
                        .get(path + "?lang=nl")
                        .header("Accept-Language", "en")
                        .send()
                        .at("/lang"))
                .isEqualTo("nl");
    }

    @Test
    void comesAsTextToPrint() {
        String id = municipality.transfer(Messages.referral()).transferId();

        Reply text = municipality
                .get("/v1/transfers/" + id + "/explanation?audience=resident")
                .header("Accept", "text/plain")
                .send();

        assertThat(text.text())
                .isEqualTo(explain(municipality, id, "audience=resident").at("/text"));
        assertThat(text.text())
                .startsWith("Er zijn geen gegevens over u gedeeld\n\nWie en waarvoor\n")
                .contains("\n- hulpvraag\n");
    }

    /** A tool that prints or searches wants text from the technical account too, and not JSON under another name. */
    @Test
    void comesAsPlainListForASystem() {
        String id = municipality.transfer(Messages.referral()).transferId();

        Reply text = municipality
                .get("/v1/transfers/" + id + "/explanation?audience=technical")
                .header("Accept", "text/plain")
                .send();

        assertThat(text.headers().get("content-type")).startsWith("text/plain");
        assertThat(text.text().lines())
                .contains(
                        "transferId: " + id,
                        "decision: DENY",
                        "reasons",
                        "- code: CONSENT_REQUIRED; article: Wmo 2015 art. 5.3.3 lid 1;"
                                + " text: Hiervoor is toestemming nodig en die is niet gevonden.; person: p1")
                .anyMatch(line -> line.startsWith("- check: CONSENT; outcome: FAIL; code: CONSENT_REQUIRED; "));
        JsonNode json = explain(municipality, id, "audience=technical").json();
        assertThat(text.text().lines().filter(line -> line.startsWith("- check: ")))
                .hasSize(json.path("findings").size());
    }

    private static String consent() {
        return Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "contact", "support"));
    }

    private static Reply explain(Client client, String id, String query) {
        Reply reply =
                client.get("/v1/transfers/" + id + "/explanation?" + query).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static Reply bad(Client client, String id, String query) {
        return client.get("/v1/transfers/" + id + "/explanation?" + query).bad().send();
    }

    private static List<String> sentences(Reply reply) {
        List<String> sentences = new ArrayList<>();
        reply.json().path("paragraphs").forEach(paragraph -> paragraph
                .path("sentences")
                .forEach(sentence -> sentences.add(sentence.asText())));
        return sentences;
    }

    /** The items below every heading with this text. */
    private static List<String> items(Reply reply, String heading) {
        List<String> items = new ArrayList<>();
        for (JsonNode paragraph : reply.json().path("paragraphs")) {
            if (paragraph.path("heading").asText().equals(heading)) {
                paragraph.path("items").forEach(item -> items.add(item.asText()));
            }
        }
        return items;
    }
}

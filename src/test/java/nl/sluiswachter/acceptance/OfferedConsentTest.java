package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way out that a refusal offers is walked to its end: everybody who must consent is asked with the offered body. */
class OfferedConsentTest {

    private static final String MOTHER = Messages.BORIS;
    private static final String FATHER = "111222333";
    private static final String FREE =
            "{\"initiatedByResident\":true,\"benefitForResident\":true,\"noDetrimentExplained\":true,\"notUsedForEnforcement\":true}";

    private final Client provider = Client.of("wmo-aanbieder");
    private final Client school = Client.of("school");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void childAndRepresentativeConsentTogetherThroughTheSameOffer() {
        Message alignment = alignmentOf(13);
        Reply refusal = provider.transfer(alignment);
        assertThat(names(offer(refusal).path("givenBy"))).containsExactly("SELF", "REPRESENTATIVE");

        grant(provider, ask(provider, refusal, 13), self());
        Reply half = provider.transfer(alignment);
        grant(provider, ask(provider, half, 13), representative(MOTHER));

        assertThat(half.codes("remedies")).contains("ASK_CONSENT");
        Reply permit = provider.transfer(alignment);
        assertThat(permit.status()).as(permit.text()).isEqualTo(202);
        assertThat(permit.removed()).doesNotContain("p1 health.functional CONSENT_NOT_SPECIFIC");
    }

    @Test
    void aConsentThatWasNotFreeIsAskedAgain() {
        Message alignment = alignmentOf(40);
        String bound = FREE.replace("\"noDetrimentExplained\":true", "\"noDetrimentExplained\":false");
        grant(provider, ask(provider, provider.transfer(alignment), 40), self(), bound);
        Reply refusal = provider.transfer(alignment);
        assertThat(refusal.code()).isEqualTo("CONSENT_NOT_FREE");

        grant(provider, ask(provider, refusal, 40), self());

        assertThat(provider.transfer(alignment).status()).isEqualTo(202);
    }

    @Test
    void theRepresentativeIsAskedAfterTheWrongPersonSaidYes() {
        Message pupil = Messages.pupil(birthdate(13));
        grant(school, ask(school, school.transfer(pupil), 13), self());
        Reply refusal = school.transfer(pupil);
        assertThat(refusal.code()).isEqualTo("CONSENT_WRONG_PERSON");

        grant(school, ask(school, refusal, 13), representative(MOTHER));

        assertThat(school.transfer(pupil).status()).isEqualTo(202);
    }

    @Test
    void twoRepresentativesSignWhereParentsLiveApartAndTheFirstRefusalSaysSo() {
        Registers.fact("REPRESENTATIVE_OBJECTION", Messages.ANNA);
        Message pupil = Messages.pupil(birthdate(9));
        Reply refusal = school.transfer(pupil);
        assertThat(refusal.codes("reasons")).contains("CONSENT_REQUIRED", "REP_OBJECTION");

        grant(school, ask(school, refusal, 9), representative(MOTHER));
        grant(school, ask(school, school.transfer(pupil), 9), representative(FATHER));

        assertThat(school.transfer(pupil).status()).isEqualTo(202);
    }

    @Test
    void aRequestThatIsStillOpenIsNotMadeTwice() {
        Reply refusal = provider.transfer(alignmentOf(13));

        assertThat(ask(provider, refusal, 13)).isEqualTo(askAgain(provider, refusal, 13));
    }

    private static Message alignmentOf(int age) {
        return Messages.alignment().text("/persons/0/data/identity/birthdate", birthdate(age));
    }

    private static JsonNode offer(Reply refusal) {
        for (JsonNode remedy : refusal.json().path("remedies")) {
            if (remedy.path("code").asText().equals("ASK_CONSENT") && remedy.has("body")) {
                return remedy;
            }
        }
        throw new AssertionError("No consent is offered in " + refusal.text());
    }

    private static String ask(Client sender, Reply refusal, int age) {
        Reply reply = post(sender, refusal, age);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.at("/consentId");
    }

    private static String askAgain(Client sender, Reply refusal, int age) {
        Reply reply = post(sender, refusal, age);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.at("/consentId");
    }

    private static Reply post(Client sender, Reply refusal, int age) {
        Message body = Message.of(offer(refusal).path("body").toString())
                .with("/subject", "{\"bsn\":\"%s\",\"birthdate\":\"%s\"}".formatted(Messages.ANNA, birthdate(age)));
        return sender.post("/v1/consents", body).send();
    }

    private static void grant(Client sender, String consent, String giver) {
        grant(sender, consent, giver, FREE);
    }

    private static void grant(Client sender, String consent, String giver, String freedom) {
        Message yes = Message.of(
                "{\"givenBy\":%s,\"givenAt\":\"%s\",\"freedom\":%s}".formatted(giver, Instant.now(), freedom));
        Reply reply = sender.post("/v1/consents/" + consent + "/grant", yes).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static String self() {
        return "{\"relation\":\"SELF\"}";
    }

    private static String representative(String bsn) {
        return "{\"relation\":\"REPRESENTATIVE\",\"bsn\":\"%s\"}".formatted(bsn);
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static String birthdate(int age) {
        return LocalDate.now().minusYears(age).minusDays(7).toString();
    }
}

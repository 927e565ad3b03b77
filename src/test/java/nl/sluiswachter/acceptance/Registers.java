package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the municipality and partners register, through the API. */
final class Registers {

    private static final String PROVIDER = "00000099000000002000";

    private Registers() {}

    /** A consent of the person who is known by this BSN, in order in every respect; to be changed by a test. */
    static Message consent(String bsn, String type, String receiver, String... categories) {
        return Message.of(
                """
                        {"subject":{"bsn":"%s","birthdate":"1984-03-12"},"kind":"PROCESSING","exchangeTypes":["%s"],
                         "receivers":["%s"],"dataCategories":["%s"],"givenBy":{"relation":"SELF"},"givenAt":"%s",
                         "freedom":{"initiatedByResident":true,"benefitForResident":true,"noDetrimentExplained":true,
                                    "notUsedForEnforcement":true},"evidence":"formulier/7"}
                        """
                        .formatted(bsn, type, receiver, String.join("\",\"", categories), daysAgo(2)));
    }

    /** That somebody is asked for it, and did not answer yet. */
    static Message asked(Message consent) {
        return consent.without("/givenBy")
                .without("/givenAt")
                .without("/freedom")
                .without("/evidence")
                .text("/state", "REQUESTED");
    }

    /** Registers the consent and returns its id. */
    static String consentBy(String party, Message consent) {
        Reply reply = Client.of(party).post("/v1/consents", consent).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.at("/consentId");
    }

    /** Withdraws it, until what that stopped is in its place in the log. */
    static void withdraw(String party, String consentId) {
        Reply reply = Client.of(party)
                .call("POST", "/v1/consents/" + consentId + "/withdrawal")
                .send();
        assertThat(reply.at("/state")).isEqualTo("WITHDRAWN");
        Tables.asOwner();
    }

    /** Registers a fact about the person with this BSN, valid from yesterday. */
    static String fact(String kind, String bsn) {
        return fact(Message.of("{\"kind\":\"%s\",\"subject\":{\"bsn\":\"%s\"},\"validFrom\":\"%s\"}"
                .formatted(kind, bsn, daysAgo(1))));
    }

    static String fact(Message fact) {
        Reply reply = Client.of("gemeente-wmo").post("/v1/facts", fact).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.at("/factId");
    }

    /** The provider of the examples is committed for the person. */
    static String commitment(String bsn) {
        return fact(Message.of(
                "{\"kind\":\"COMMITMENT\",\"subject\":{\"bsn\":\"%s\"},\"party\":\"%s\",\"validFrom\":\"%s\"}"
                        .formatted(bsn, PROVIDER, daysAgo(1))));
    }

    static String daysAgo(int days) {
        return Instant.now().minus(days, ChronoUnit.DAYS).toString();
    }
}

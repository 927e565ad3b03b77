package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.LogKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks through the log for what no entry can have is told so, and does not read from an empty list that it never happened. */
class UnknownFilterTest {

    private static final String SEARCH = "/v1/log-entries/_zoek";
    private static final String EXPORT = "/v1/log-entries/_exporteer";
    private static final String MONTH = YearMonth.now(ZoneOffset.UTC).toString();

    private final Client officer = Client.of("gemeente-regisseur");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            exchangeType | WMO_ALOCATION | EXCHANGE_TYPE_UNKNOWN | The code of an exchange type of a catalogue that is kept is expected.
            exchangeType | wmo<999993653> | EXCHANGE_TYPE_UNKNOWN | The code of an exchange type of a catalogue that is kept is expected.
            reason       | CONSENT_MISSING | REASON_UNKNOWN | One of the codes of LogReason in the contract is expected.
            reason       | FIELDS_ALLOWED | REASON_UNKNOWN | One of the codes of LogReason in the contract is expected.
            article      | Wmo 2015 art. 99 | ARTICLE_UNKNOWN | An article as a catalogue that is kept writes it is expected.
            outcome      | REFUSED | FORMAT | PERMIT or DENY is expected.
            """)
    void saysInOneSentenceWhatIsExpected(String member, String unknown, String code, String sentence) {
        Message ask = base().text("/" + member, unknown);

        for (Reply reply : asked(ask)) {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("invalidParams")).hasSize(1);
            assertThat(reply.at("/invalidParams/0/name")).isEqualTo("/" + member);
            assertThat(reply.at("/invalidParams/0/code")).isEqualTo(code);
            assertThat(reply.at("/invalidParams/0/reason")).isEqualTo(sentence);
            assertThat(reply.text()).doesNotContain(unknown, Messages.ANNA);
        }
    }

    @Test
    void namesEveryKindAndFormThereIs() {
        String kinds = Arrays.stream(LogKind.values()).map(Enum::name).collect(Collectors.joining(", "));

        for (Reply reply : asked(base().text("/kind", "DECISIONS"))) {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.at("/invalidParams/0/reason")).isEqualTo("One of these is expected: " + kinds + ".");
        }
        assertThat(officer.post(EXPORT, base().text("/form", "XML"))
                        .bad()
                        .send()
                        .at("/invalidParams/0/reason"))
                .isEqualTo("One of these is expected: ENTRIES, CSV, LDV, ADL, VERWERKINGENLOGGING.");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        Message ask = base().text("/exchangeType", "X").text("/reason", "Y").text("/article", "Z");

        assertThat(asked(ask)).allSatisfy(reply -> assertThat(reply.json().path("invalidParams"))
                .extracting(wrong -> wrong.path("name").asText())
                .containsExactlyInAnyOrder("/exchangeType", "/reason", "/article"));
    }

    @Test
    void findsPartiesThatNobodyRegisteredAnyMore() {
        for (String member : List.of("party", "sender", "receiver")) {
            Reply reply = officer.post(SEARCH, base().text("/" + member, "00000099000000999000"))
                    .send();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("entries")).isEmpty();
        }
    }

    @Test
    void findsEveryReasonThatTheLogHolds() {
        Reply refused = Client.of("gemeente-wmo").transfer(Messages.question().without("/persons/0/data/request"));
        List<String> reasons = Tables.asOwner()
                .sql(
                        """
                        select reason from transfer_log where reason is not null and entry is not null
                        union select reason from transfer_log_reason
                        """)
                .query(String.class)
                .list();

        assertThat(reasons).containsAll(refused.codes("reasons"));
        assertThat(reasons).allSatisfy(reason -> {
            Reply found = officer.post(SEARCH, base().text("/reason", reason).text("/ground", "SUPERVISION"))
                    .send();
            assertThat(found.status()).as(found.text()).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @CsvSource({
        SEARCH + "?outcome=DENY, An address without parameters is expected.",
        EXPORT + "?999993653, An address without parameters is expected.",
        "/v1/log-calendar/_zoek?month=2026-11, An address without parameters is expected."
    })
    void refusesAFilterInTheAddressOfASearch(String address, String sentence) {
        isRefused(officer.post(address, base()).bad().send(), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"party=999993653", "FROM=2026-01", "999993653=x"})
    void refusesAParameterOfFiguresThatDoesNotExist(String parameter) {
        Reply reply = officer.get("/v1/figures?from=" + MONTH + "&to=" + MONTH + "&" + parameter)
                .bad()
                .send();

        isRefused(reply, "No other parameters than from, to are expected.");
    }

    @Test
    void refusesOneOfAListOfReviewsToo() {
        isRefused(
                officer.get("/v1/report-reviews?page=2").bad().send(),
                "No other parameters than cursor, limit are expected.");
    }

    @Test
    void aPartnerLearnsNothingFromIt() {
        Client partner = Client.of("huisarts");

        assertThat(partner.get("/v1/figures?x=1").bad().send().status()).isEqualTo(404);
        assertThat(partner.post(SEARCH + "?x=1", base()).bad().send().status()).isEqualTo(404);
    }

    /** Other parties wrote their clients, and the standard may know more parameters than this gateway. */
    @Test
    void leavesTheCallsOfOthersAndOfStandardsAsTheyAre() {
        assertThat(officer.get("/v1/logs?x=1").bad().send().status()).isEqualTo(200);
        assertThat(officer.get("/v1/inbox?x=1").bad().send().status()).isEqualTo(200);
    }

    private static void isRefused(Reply reply, String sentence) {
        JsonNode wrong = reply.json().path("invalidParams");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_INPUT");
        assertThat(wrong).hasSize(1);
        assertThat(wrong.at("/0/name").asText()).isEqualTo("query");
        assertThat(wrong.at("/0/code").asText()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(wrong.at("/0/reason").asText()).isEqualTo(sentence);
        assertThat(reply.text()).doesNotContain(Messages.ANNA);
    }

    /** The same of the search and of the export. */
    private List<Reply> asked(Message ask) {
        return List.of(
                officer.post(SEARCH, ask).bad().send(),
                officer.post(EXPORT, ask.text("/form", "CSV")).bad().send());
    }

    private static Message base() {
        return Message.of("{\"ground\":\"AUDIT\",\"reference\":\"FG-2026-3\"}");
    }
}

package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log read as Logboek Dataverwerkingen: one line per exchange and one per person in it. */
class LogbookTest {

    private static final String READ = "/v1/processing-activities";
    private static final String CALLER = "00f067aa0ba902b7";

    private final Client municipality = Client.of("gemeente-wmo");
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void aSingleSubjectGivesTwoLinesInTheTraceOfTheCaller() {
        send(Messages.allocation());

        JsonNode lines = read("{\"traceId\":\"%s\"}".formatted(trace)).json().path("processingActivities");

        assertThat(lines).hasSize(2);
        JsonNode main = lines.get(0);
        JsonNode child = lines.get(1);
        assertThat(main.path("parentSpanId").asText()).isEqualTo(CALLER);
        assertThat(child.path("parentSpanId")).isEqualTo(main.path("spanId"));
        assertThat(child.path("spanId")).isNotEqualTo(main.path("spanId"));
        assertThat(main.path("attributes").has("dpl.core.data_subject_id")).isFalse();
        assertThat(child.path("attributes")
                        .path("dpl.core.data_subject_id_type")
                        .asText())
                .isEqualTo("urn:sluiswachter:subject-key");
        assertThat(child.path("attributes").path("gateway.fields").toString()).contains("care.indication");
        lines.forEach(line -> line.path("attributes").fieldNames().forEachRemaining(name -> assertThat(name)
                .satisfiesAnyOf(n -> assertThat(n).startsWith("dpl.core."), n -> assertThat(n)
                        .startsWith("gateway."))));
    }

    @Test
    void aRefusalIsUnsetAndItsOutcomeAnAttributeOfOurOwn() {
        send(Messages.referral());

        JsonNode main = read("{\"traceId\":\"%s\"}".formatted(trace))
                .json()
                .path("processingActivities")
                .get(0);

        assertThat(main.path("status").asText()).isEqualTo("Unset");
        assertThat(main.path("attributes").path("gateway.outcome").asText()).isEqualTo("DENY");
    }

    @Test
    void aPersonIsFoundByBsnAndOfOthersInTheExchangeNothingIsShown() {
        send(Messages.allocation()
                .with(
                        "/persons/1",
                        "{\"ref\":\"p2\",\"relation\":\"CARER\",\"origin\":\"WMO\",\"data\":{\"identity\":{\"bsn\":\"%s\","
                                        .formatted(Messages.BORIS)
                                + "\"name\":{\"given\":\"Zwaantje\",\"family\":\"Quispelaar\"}}}}"));

        Reply whole = read("{\"traceId\":\"%s\"}".formatted(trace));
        Reply one = read(
                "{\"traceId\":\"%s\",\"dpl.core.data_subject_id\":\"%s\",\"dpl.core.data_subject_id_type\":\"BSN\"}"
                        .formatted(trace, Messages.BORIS));

        assertThat(whole.json().path("processingActivities")).hasSize(3);
        assertThat(one.json().path("processingActivities")).hasSize(2);
        assertThat(one.at("/processingActivities/1/attributes/gateway.relation"))
                .isEqualTo("CARER");
        assertThat(one.text()).doesNotContain(Messages.BORIS, Messages.ANNA);
        String key = one.at("/processingActivities/1/attributes/dpl.core.data_subject_id");
        Reply again = read(("{\"traceId\":\"%s\",\"dpl.core.data_subject_id\":\"%s\","
                        + "\"dpl.core.data_subject_id_type\":\"urn:sluiswachter:subject-key\"}")
                .formatted(trace, key));
        assertThat(again.json()).isEqualTo(one.json());
    }

    @Test
    void anActivityIsFoundByTheIdThatTheLogbookGave() {
        send(Messages.allocation());
        String activity = read("{\"traceId\":\"%s\"}".formatted(trace))
                .at("/processingActivities/0/attributes/dpl.core.processing_activity_id");

        Reply byVersion = read("{\"dpl.core.processing_activity_id\":\"%s\"}".formatted(activity));

        assertThat(byVersion.text()).contains(trace);
    }

    /** By dry runs, which have lines too and leave nothing to deliver. */
    @Test
    void saysWhereTheRestBeginsWhenThereIsMoreThanOneAnswerHolds() {
        String search = "{\"traceId\":\"%s\"}".formatted(trace);
        for (int i = 0; i < 201; i++) {
            municipality
                    .post("/v1/decisions", Messages.referral())
                    .header("traceparent", "00-" + trace + "-" + CALLER + "-00")
                    .send();
        }

        Reply first = read(search);
        Reply rest = read(search.replace(
                "}", ",\"cursor\":\"%s\"}".formatted(first.headers().get("Next-Cursor"))));

        assertThat(exchanges(first)).hasSize(200);
        assertThat(exchanges(rest)).hasSize(1).doesNotContainAnyElementsOf(exchanges(first));
        assertThat(rest.headers()).doesNotContainKey("Next-Cursor");
    }

    private static Set<String> exchanges(Reply reply) {
        return StreamSupport.stream(reply.json().path("processingActivities").spliterator(), false)
                .filter(line -> !line.path("attributes").has("dpl.core.data_subject_id_type"))
                .map(line -> line.path("spanId").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void everyReadingIsAnEntry() {
        int before = lookups();
        read("{\"traceId\":\"%s\"}".formatted(trace));

        assertThat(lookups()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"startTime\":\"2026-01-01T00:00:00Z\"}",
                "{\"traceId\":\"canary\"}",
                "{\"dpl.core.data_subject_id\":\"999993653\"}",
                "{\"dpl.core.data_subject_id\":\"999993654\",\"dpl.core.data_subject_id_type\":\"BSN\"}",
                "{\"dpl.core.data_subject_id_type\":\"BSN\",\"dpl.core.data_subject_id\":\"canary\"}",
                "{\"dpl.core.processing_activity_id\":\"canary\"}",
                "{\"traceId\":\"00000000000000000000000000000001\",\"cursor\":\"canary\"}"
            })
    void refusesWhatIsTooWideOrMalformedWithoutRepeatingIt(String body) {
        Reply reply = municipality.post(READ, Message.of(body)).bad().send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).doesNotContain("canary", "999993653", "999993654");
    }

    @Test
    void isThereForTheMunicipalityOnly() {
        Reply reply = Client.of("huisarts")
                .post(READ, Message.of("{\"traceId\":\"%s\"}".formatted(trace)))
                .send();

        assertThat(reply.status()).isEqualTo(404);
    }

    private void send(Message message) {
        municipality
                .post("/v1/transfers", message)
                .key(UUID.randomUUID().toString())
                .header("traceparent", "00-" + trace + "-" + CALLER + "-00")
                .send();
    }

    private Reply read(String body) {
        Reply reply = municipality.post(READ, Message.of(body)).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static int lookups() {
        return Tables.asOwner()
                .sql("select count(*) from transfer_log where kind = 'LOOKUP'")
                .query(Integer.class)
                .single();
    }
}

package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transferlog.JdbcTransferLog;
import nl.sluiswachter.transferlog.StoredEntry;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has a ground finds entries of the log by what they are about, and every search is an entry itself. */
class LogSearchTest {

    private static final String SEARCH = "/v1/log-entries/_zoek";
    private static final String EXPORT = "/v1/log-entries/_exporteer";
    /** About whom no other test sends anything. */
    private static final String NOBODY = "010464554";

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client officer = Client.of("gemeente-regisseur");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void findsATransferByEachThingThatItIsAbout() {
        String reference = Messages.reference("Z");
        String transfer = municipality
                .transfer(Messages.allocation().text("/caseReference", reference))
                .transferId();
        String refused = municipality.transfer(Messages.referral()).transferId();
        Tables.asOwner();

        assertThat(transfers("caseReference", reference)).containsExactly(transfer);
        assertThat(transfers("caseReference", reference + "x")).isEmpty();
        assertThat(transfers("transferId", transfer)).contains(transfer).doesNotContain(refused);
        assertThat(transfers("party", "00000099000000002000"))
                .contains(transfer)
                .doesNotContain(refused);
        assertThat(transfers("receiver", "00000099000000002000"))
                .contains(transfer)
                .doesNotContain(refused);
        assertThat(transfers("sender", "00000099000000002000")).doesNotContain(transfer, refused);
        assertThat(transfers("sender", "00000099000000001000")).contains(transfer, refused);
        assertThat(transfers("exchangeType", "WELFARE_REFERRAL"))
                .contains(refused)
                .doesNotContain(transfer);
        assertThat(transfers("outcome", "DENY")).contains(refused).doesNotContain(transfer);
        assertThat(transfers("reason", reasonOf(refused))).contains(refused).doesNotContain(transfer);
        assertThat(transfers("article", "Wmo 2015 art. 5.2.1 lid 2 onder a")).contains(transfer);
        assertThat(transfers("kind", "DECISION")).contains(transfer, refused);
        assertThat(transfers("until", "2026-01-01T00:00:00Z")).isEmpty();
        assertThat(found(base().with("/subject", "{\"bsn\":\"%s\"}".formatted(Messages.ANNA))))
                .contains(transfer, refused);
        assertThat(found(base().with("/subject", "{\"bsn\":\"%s\"}".formatted(NOBODY))))
                .isEmpty();
    }

    @Test
    void findsARefusalByEachOfItsReasons() {
        Reply refusal = municipality.transfer(Messages.question().without("/persons/0/data/request"));

        assertThat(refusal.codes("reasons"))
                .hasSizeGreaterThan(1)
                .allSatisfy(reason -> assertThat(transfers("reason", reason)).contains(refusal.transferId()));
    }

    @Test
    void showsNamesAndCodesAndNeverAPersonOrAValue() {
        String transfer = municipality.transfer(Messages.allocation()).transferId();

        Reply reply = search(base().text("/transferId", transfer).text("/kind", "DECISION"));

        JsonNode entry = reply.json().at("/entries/0");
        assertThat(entry.path("delivered").toString()).contains("p1 care.indication");
        assertThat(entry.path("entryHash").asText()).isEqualTo("sha256:" + hashOf(transfer));
        assertThat(reply.text())
                .doesNotContain(Messages.ANNA, Messages.GIVEN, Messages.FAMILY, Messages.STORY, "commitments");
    }

    @Test
    void everySearchIsAnEntryAboutThePersonItWasFor() {
        String reference = Messages.reference("INZAGE-");
        search(base().text("/reference", reference).with("/subject", "{\"bsn\":\"%s\"}".formatted(Messages.BORIS)));
        Tables.asOwner();

        JsonNode found = search(
                        base().text("/kind", "LOOKUP").with("/subject", "{\"bsn\":\"%s\"}".formatted(Messages.BORIS)))
                .json()
                .path("entries");
        // This search is an entry too, and may stand there already.
        JsonNode lookup = StreamSupport.stream(found.spliterator(), false)
                .filter(entry -> entry.at("/detail/reference").asText().equals(reference))
                .findFirst()
                .orElseThrow();

        assertThat(lookup.path("detail").path("ground").asText()).isEqualTo("AUDIT");
        assertThat(lookup.path("detail").path("asked").asText()).isEqualTo("subject");
        assertThat(lookup.path("party").asText()).isEqualTo("00000099000000001400");
        String entry = StoredEntry.read(Tables.asOwner()
                        .sql("select entry from transfer_log where entry_id = ?")
                        .param(UUID.fromString(lookup.path("entryId").asText()))
                        .query(byte[].class)
                        .single())
                .toString();
        assertThat(entry).contains("subject//0").doesNotContain(Messages.BORIS);
    }

    @Test
    void aReportToVeiligThuisIsAsIfItWereNotThereWithoutTheGroundForIt() {
        Client gp = Client.of("huisarts");
        String report = gp.transfer(Messages.report()).transferId();
        Tables.asOwner();
        Message ask = base().text("/transferId", report).text("/kind", "DECISION");

        assertThat(found(ask)).isEmpty();
        assertThat(found(ask.text("/ground", "SUPERVISION"))).containsExactly(report);
        assertThat(search(ask).json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void whatBecameOfAReportToVeiligThuisAndWhoLookedItUpIsHiddenWithIt() {
        String report = Client.of("huisarts").transfer(Messages.report()).transferId();
        Client.of("veilig-thuis").get("/v1/inbox/" + report).send();
        Message ask = base().text("/transferId", report);
        search(ask.text("/ground", "SUPERVISION"));
        officer.post(
                        "/v1/log-holds",
                        Message.of("{\"ground\":\"INCIDENT\",\"reference\":\"FG-1\"}")
                                .text("/transferId", report))
                .send();
        Tables.asOwner();

        // its own question may stand in the log already when it is answered
        assertThat(kinds(municipality, ask)).doesNotContain("DECISION", "DELIVERED", "HOLD");
        assertThat(askers(municipality, ask)).isSubsetOf("00000099000000001000");
        assertThat(kinds(municipality, ask.text("/ground", "SUPERVISION")))
                .contains("DECISION", "DELIVERED", "LOOKUP", "HOLD");
    }

    private static Set<String> askers(Client client, Message ask) {
        return Set.copyOf(client.post(SEARCH, ask).send().json().path("entries").findValuesAsText("party"));
    }

    private static List<String> kinds(Client client, Message ask) {
        return client.post(SEARCH, ask).send().json().path("entries").findValuesAsText("kind");
    }

    @Test
    void pagesThroughEverythingOnceNewestFirst() {
        String reference = Messages.reference("Z");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(municipality
                    .transfer(Messages.allocation().text("/caseReference", reference))
                    .transferId());
        }
        Collections.reverse(sent);
        List<String> seen = new ArrayList<>();
        Message ask = base().text("/caseReference", reference).with("/limit", "2");
        Reply page = search(ask);
        page.json()
                .path("entries")
                .forEach(entry -> seen.add(entry.path("transferId").asText()));
        while (!page.json().path("nextCursor").isNull()) {
            page = search(ask.text("/cursor", page.at("/nextCursor")));
            page.json()
                    .path("entries")
                    .forEach(entry -> seen.add(entry.path("transferId").asText()));
        }

        assertThat(seen).isEqualTo(sent);
    }

    @Test
    void exportsEachFormWholeAndStreamed() {
        String reference = Messages.reference("Z");
        for (int i = 0; i < 3; i++) {
            municipality.transfer(Messages.allocation().text("/caseReference", reference));
        }
        Message ask = base().text("/caseReference", reference);

        assertThat(lines(ask, "ENTRIES")).hasSize(4);
        assertThat(lines(ask, "LDV")).hasSize(7).last().isEqualTo("{\"exportedEntries\":3}");
        assertThat(lines(ask, "ADL")).hasSize(4);
        assertThat(lines(ask, "VERWERKINGENLOGGING").subList(0, 3)).allSatisfy(line -> assertThat(JsonMapper.builder()
                        .build()
                        .readTree(line)
                        .path("vertrouwelijkheid")
                        .asText())
                .isEqualTo("normaal"));
        assertThat(lines(ask, "CSV")).hasSize(5).last().isEqualTo("exportedEntries,3");
        assertThat(export(ask, "CSV").headers().get("Content-Type")).startsWith("text/csv");
    }

    /**
     * Not only that its last line is missing: its connection does not end as that of a whole one. Of such entries there is no line
     * in LDV, so nothing was sent yet when that breaks off.
     */
    @ParameterizedTest
    @CsvSource({"CSV, false", "ENTRIES, false", "LDV, true"})
    void anExportThatBreaksOffDoesNotLookWhole(String form, boolean refused) {
        UUID caseKey = JdbcTransferLog.caseKey(RunningGateway.shared().bean(SubjectKeys.class), "BROKEN-1");
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID id = UUID.randomUUID();
        byte[] good = "{\"format\":1,\"entryId\":\"%s\",\"kind\":\"START\",\"recordedAt\":\"%s\",\"detail\":{}}"
                .formatted(id, at)
                .getBytes(StandardCharsets.UTF_8);
        Tables.asOwner()
                .sql(
                        """
                        insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash, case_key)
                        select 900000, n, :id, cast(:at as timestamptz), 'START', entry,
                               sha256(:json), :caseKey
                          from (select n, case when n = 1 then cast('broken' as bytea) else :good end as entry
                                  from generate_series(1, 250) n) as made
                        """)
                .param("id", id)
                .param("caseKey", caseKey)
                .param("at", at.toString())
                .param("json", good)
                .param("good", PackedEntry.pack(good))
                .update();
        try {
            Message ask = base().text("/caseReference", "BROKEN-1");

            AbstractThrowableAssert<?, ?> broken = assertThatThrownBy(() -> export(ask, form));
            if (refused) {
                broken.hasMessageContaining("INTERNAL_ERROR");
            } else {
                broken.isInstanceOf(UncheckedIOException.class);
                assertThat(Tables.asOwner()
                                .sql("select count(*) from log_alarm where finding = 'ENTRY_DAMAGED' and shard = 900000"
                                        + " and position = 1")
                                .query(Integer.class)
                                .single())
                        .isOne();
            }
        } finally {
            Tables.asOwner()
                    .sql("delete from transfer_log where shard = 900000;"
                            + " delete from log_alarm where shard = 900000")
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/ground, LOGBOOK_READ, /ground",
        "/ground, CURIOSITY, /ground",
        "/reference, 999993653, /reference",
        "/caseReference, 999993653, /caseReference",
        "/article, canary, /article",
        "/party, canary, /party",
        "/cursor, canary, /cursor"
    })
    void refusesWhatDoesNotFitWithoutRepeatingIt(String member, String value, String named) {
        Reply reply = officer.post(SEARCH, base().text(member, value)).bad().send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(named).doesNotContain("canary").doesNotContain(Messages.ANNA);
    }

    @Test
    void demandsAGroundAndAReference() {
        Reply reply = officer.post(SEARCH, Message.of("{}")).bad().send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("/ground", "/reference");
    }

    @Test
    void isThereForTheMunicipalityOnly() {
        Client partner = Client.of("huisarts");

        assertThat(partner.post(SEARCH, base()).send().status()).isEqualTo(404);
        assertThat(partner.post(EXPORT, base().without("/limit").text("/form", "CSV"))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(partner.get("/v1/processing-register").send().status()).isEqualTo(404);
        assertThat(officer.get("/v1/processing-register").send().status()).isEqualTo(200);
    }

    private static Message base() {
        return Message.of("{\"ground\":\"AUDIT\",\"reference\":\"FG-2026-3\",\"limit\":100}");
    }

    private List<String> transfers(String member, String value) {
        return found(base().text("/" + member, value));
    }

    private List<String> found(Message ask) {
        List<String> ids = new ArrayList<>();
        search(ask)
                .json()
                .path("entries")
                .forEach(entry -> ids.add(entry.path("transferId").asText()));
        return ids.stream().filter(id -> !id.isEmpty()).distinct().toList();
    }

    private Reply search(Message ask) {
        Reply reply = officer.post(SEARCH, ask).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private List<String> lines(Message ask, String form) {
        return export(ask, form).text().lines().toList();
    }

    private Reply export(Message ask, String form) {
        Reply reply =
                officer.post(EXPORT, ask.without("/limit").text("/form", form)).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static String reasonOf(String transfer) {
        return Tables.asOwner()
                .sql("select reason from transfer_log where transfer_id = ?")
                .param(UUID.fromString(transfer))
                .query(String.class)
                .single();
    }

    private static String hashOf(String transfer) {
        return Tables.asOwner()
                .sql("select encode(entry_hash, 'hex') from transfer_log where transfer_id = ? and kind = 'DECISION'")
                .param(UUID.fromString(transfer))
                .query(String.class)
                .single();
    }
}

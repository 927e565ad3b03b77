package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.transferlog.StoredEntry;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resident gets to read, and what never. Each test has a resident of its own, who is known by an address. */
class ResidentReportTest {

    private static final String REPORT = "/v1/resident-reports";
    private static final String REVIEWS = "/v1/report-reviews";
    private static final AtomicInteger HOUSES = new AtomicInteger(1000);

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client provider = Client.of("wmo-aanbieder");
    private final Client gp = Client.of("huisarts");
    private final Client second = Client.of("gemeente-regisseur");
    private final String house = Integer.toString(HOUSES.incrementAndGet());

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void tellsWhoGaveWhatToWhomForWhatAndWhatStayedBehind() {
        String id = allocated().transferId();
        provider.get("/v1/inbox/" + id).send();
        provider.post("/v1/inbox/" + id + "/acknowledgement", Message.of("{\"status\":\"ACCEPTED\"}"))
                .send();
        Tables.asOwner();

        Reply report = report(ask());

        JsonNode item = section(report, "SHARED").at("/items/0");
        assertThat(item.path("transferId").asText()).isEqualTo(id);
        assertThat(item.path("heading").asText()).contains("Gemeente Voorbeeld, Wmo", "Thuisbegeleiding De Brug");
        assertThat(item.toString())
                .contains("zorgen dat de hulp kan beginnen")
                .contains("artikel 5.2.1")
                .contains("toegekende voorziening")
                .contains("Dit ging niet mee over u", "diagnose")
                .contains("dat het goed is aangekomen")
                .doesNotContain("care.indication", "health.diagnosis", "FIELD_NOT_ALLOWED");
        assertThat(section(report, "SUMMARY").at("/table/1").toString())
                .isEqualTo("[\"Gemeente Voorbeeld, Wmo\",\"Thuisbegeleiding De Brug\",\"%s\",\"1\"]"
                        .formatted(section(report, "SUMMARY").at("/table/1/2").asText()));
        assertThat(report.text()).doesNotContain(Messages.ANNA, Messages.FAMILY, Messages.STORY);
    }

    @Test
    void tellsOfAMessageThatWasStoppedThatItDidNotArriveAndCountsItNot() {
        String consent = Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "contact", "support")
                        .with("/subject", subject().json().toString()));
        Reply sent = municipality.transfer(here(Messages.referral()));
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        Registers.withdraw("gemeente-wmo", consent);
        Tables.asOwner();

        Reply report = report(ask());

        assertThat(section(report, "SUMMARY").at("/table").size()).isZero();
        assertThat(section(report, "SHARED")
                        .at("/items/0/paragraphs/0/sentences/0")
                        .asText())
                .isEqualTo("Dit is niet aangekomen: de toestemming is ingetrokken voordat de ontvanger het bericht"
                        + " ophaalde.");
        assertThat(section(report, "SHARED").toString()).doesNotContain("deelde", "Dit ging mee");
    }

    @Test
    void tellsWhatWasRefusedAndWhoOnlyAsked() {
        String refused = municipality.transfer(here(Messages.referral())).transferId();
        municipality.dryRun(here(Messages.referral()));
        Tables.asOwner();

        Reply report = report(ask());

        assertThat(section(report, "REFUSED").at("/items/0/transferId").asText())
                .isEqualTo(refused);
        assertThat(section(report, "REFUSED").toString()).contains("toestemming", "Welzijn Voorbeeld");
        assertThat(section(report, "ASKED").at("/items").size()).isEqualTo(1);
        assertThat(section(report, "ASKED").at("/items/0/sentences").toString()).contains("Het antwoord was: nee.");
        assertThat(section(report, "SHARED").at("/items").size()).isZero();
    }

    @Test
    void tellsWhatWasRegisteredAndWhoSearchedAndWhy() {
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "support.need")
                        .with("/subject", subject().json().toString()));
        Registers.fact(Message.of("{\"kind\":\"ADDRESS_SECRECY\",\"subject\":%s,\"validFrom\":\"%s\"}"
                .formatted(subject().json(), Registers.daysAgo(1))));
        for (int i = 0; i < 2; i++) {
            second.post(
                            "/v1/log-entries/_zoek",
                            Message.of("{\"ground\":\"COMPLAINT\",\"reference\":\"KLACHT-7\"}")
                                    .with("/subject", subject().json().toString()))
                    .send();
        }
        Tables.asOwner();

        Reply report = report(ask());

        assertThat(section(report, "CONSENTS").toString())
                .contains("schreef op dat u toestemming gaf", "Welzijn Voorbeeld");
        assertThat(section(report, "FACTS").toString()).contains("schreef op dat uw adres geheim is");
        assertThat(section(report, "LOOKUPS").at("/items").size()).isEqualTo(1);
        assertThat(section(report, "LOOKUPS").at("/items/0").toString())
                .contains("Regie sociaal domein zocht naar u", "een klacht of een bezwaar", "2 keer")
                .doesNotContain("KLACHT-7");
    }

    @Test
    void tellsSomebodyElseInTheMessageNothingOfTheOthers() {
        Message two = here(Messages.allocation())
                .with(
                        "/persons/1",
                        """
                        {"ref":"p2","relation":"CARER","origin":"WMO","data":{"identity":{"name":{"given":"Bo","family":"Quispelaar"},
                         "birthdate":"1980-01-01","address":{"postcode":"9999 ZZ","houseNumber":"%s"}}}}
                        """
                                .formatted(house));
        municipality.transfer(two);
        Tables.asOwner();

        Reply carer = awaitProof(ask().with(
                        "/subject",
                        """
                        {"name":{"given":"Bo","family":"Quispelaar"},"birthdate":"1980-01-01","postcode":"9999 ZZ",
                         "houseNumber":"%s"}
                        """
                                .formatted(house)));

        JsonNode sections = carer.json().path("sections");
        assertThat(sections.toString())
                .contains("U stond erin als mantelzorger")
                .doesNotContain("toegekende voorziening");
        assertThat(carer.json().at("/proof/entries").size()).isEqualTo(1);
        assertThat(carer.json().at("/proof/entries/0").has("entry")).isFalse();
        assertThat(carer.json().at("/proof/entries/0/salts").size()).isZero();
    }

    @Test
    void somebodyAboutWhomAllIsHeldBackLooksLikeSomebodyAboutWhomThereIsNothing() {
        gp.transfer(here(Messages.report()));
        Tables.asOwner();

        Reply heldBack = report(ask());
        Reply nothing = report(ask().text("/subject/houseNumber", house + "x"));

        assertThat(comparable(heldBack)).isEqualTo(comparable(nothing));
        assertThat(heldBack.text()).contains("Wij zeggen nooit of dat zo is").doesNotContain("Veilig Thuis");
        assertThat(heldBack.body().length).isEqualTo(nothing.body().length);
    }

    @Test
    void whatIsHeldBackIsReviewedByAnotherAndOpenedByAVerdictOnly() {
        String hidden = gp.transfer(here(Messages.report())).transferId();
        Tables.asOwner();
        String reference = "INZAGE-" + house;
        report(ask().text("/reference", reference));
        Tables.asOwner();

        JsonNode review = review(second, reference).orElseThrow();
        assertThat(review.path("heldBack").path("CONFIDENTIAL_TYPE").asInt()).isEqualTo(1);
        assertThat(review.path("transfers").toString()).isEqualTo("[\"" + hidden + "\"]");
        assertThat(review(municipality, reference)).isEmpty();

        String verdict = REVIEWS + "/" + review.path("reviewId").asText() + "/verdict";
        Message disclose = Message.of(
                "{\"verdict\":\"DISCLOSE\",\"reason\":\"NO_LONGER_NEEDED\",\"reference\":\"FG-9\",\"transfers\":[\"%s\"]}"
                        .formatted(hidden));
        assertThat(municipality.post(verdict, disclose).send().status()).isEqualTo(404);
        assertThat(gp.post(verdict, disclose).send().status()).isEqualTo(404);
        assertThat(second.post(verdict, disclose).send().status()).isEqualTo(201);
        Tables.asOwner();
        assertThat(section(report(ask()), "SHARED").at("/items/0/transferId").asText())
                .isEqualTo(hidden);

        Message uphold = Message.of(
                "{\"verdict\":\"UPHOLD\",\"reason\":\"PROTECTS_SOMEBODY\",\"reference\":\"FG-10\",\"transfers\":[\"%s\"]}"
                        .formatted(hidden));
        assertThat(second.post(verdict, uphold).send().status()).isEqualTo(201);
        Tables.asOwner();
        assertThat(section(report(ask()), "SHARED").at("/items").size()).isZero();
        assertThat(review(second, reference).orElseThrow().path("verdicts").size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/reason, PROTECTS_SOMEBODY, /reason",
        "/transfers/0, 0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50, /transfers/0",
        "/reference, 999993653, /reference"
    })
    void refusesAVerdictThatDoesNotFit(String member, String value, String named) {
        String hidden = gp.transfer(here(Messages.report())).transferId();
        Tables.asOwner();
        String reference = "INZAGE-" + house;
        report(ask().text("/reference", reference));
        Tables.asOwner();
        String id = review(second, reference).orElseThrow().path("reviewId").asText();
        ObjectNode body = (ObjectNode) Message.of(
                        "{\"verdict\":\"DISCLOSE\",\"reason\":\"NEVER_NEEDED\",\"reference\":\"FG-9\",\"transfers\":[\"%s\"]}"
                                .formatted(hidden))
                .json();
        if (member.startsWith("/transfers")) {
            body.putArray("transfers").add(value);
        } else {
            body.put(member.substring(1), value);
        }

        Reply reply = second.post(
                        REVIEWS + "/" + id + "/verdict", body.toString().getBytes(StandardCharsets.UTF_8))
                .bad()
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(named).doesNotContain(value);
    }

    @Test
    void aSearchDoesNotTellThatSomethingWasHeldBack() {
        gp.transfer(here(Messages.report()));
        report(ask());
        Tables.asOwner();
        Message search = Message.of("{\"ground\":\"AUDIT\",\"reference\":\"FG-3\",\"limit\":100}")
                .with("/subject", subject().json().toString());

        String audit = municipality.post("/v1/log-entries/_zoek", search).send().text();
        String supervision = municipality
                .post("/v1/log-entries/_zoek", search.text("/ground", "SUPERVISION"))
                .send()
                .text();

        assertThat(audit).contains("LOOKUP").doesNotContain("REPORT\"", "heldBack", "VT_REPORT");
        assertThat(supervision).contains("\"kind\":\"REPORT\"", "heldBack.CONFIDENTIAL_TYPE");
    }

    @Test
    void everyReportLeavesTwoEntriesThatNameNobody() {
        String reference = Messages.reference("INZAGE-");
        report(ask().text("/reference", reference));

        List<String> entries = Tables.asOwner()
                .sql(
                        "select entry from transfer_log where kind in ('LOOKUP', 'REPORT') and recorded_at > now() - interval '1 minute'")
                .query(byte[].class)
                .list()
                .stream()
                .map(StoredEntry::read)
                .map(JsonNode::toString)
                .filter(entry -> entry.contains(reference))
                .toList();

        assertThat(entries).hasSize(2).allMatch(entry -> entry.contains("subject//0"));
        assertThat(entries).noneMatch(entry -> entry.contains(house + "\"") || entry.contains("Quispelaar"));
    }

    @Test
    void theProofHoldsAndIsAboutThePersonOnly() {
        ObjectNode proof = wholeProof();
        String id = proof.at("/entries/0/transferId").asText();
        assertThat(proof.at("/entries/0/salts").fieldNames())
                .toIterable()
                .isNotEmpty()
                .allMatch(label -> label.startsWith("subject/p1/"));
        Optional<Believed> key =
                Optional.of(Believed.key(proof.path("verifierKey").asText()));
        assertThat(Verifier.report(bytes(proof), key))
                .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                        .anyMatch(line -> line.startsWith("The decision on transfer " + id)));

        ObjectNode other = proof.deepCopy();
        other.putArray("subject").add(UUID.randomUUID().toString());
        assertThat(Verifier.report(bytes(other), key)).isInstanceOf(Verdict.Broken.class);
        ObjectNode moved = proof.deepCopy();
        ((ObjectNode) moved.at("/entries/0"))
                .put("position", proof.at("/entries/0/position").asLong() + 1);
        assertThat(Verifier.report(bytes(moved), key)).isInstanceOf(Verdict.Broken.class);
        ObjectNode swapped = proof.deepCopy();
        ((ObjectNode) swapped.at("/entries/0"))
                .put("transferId", UUID.randomUUID().toString());
        assertThat(Verifier.report(bytes(swapped), key)).isInstanceOf(Verdict.Broken.class);
        assertThat(Verifier.report("{}".getBytes(StandardCharsets.UTF_8), key)).isInstanceOf(Verdict.Unreadable.class);
    }

    /** Whoever can write in the database has no report tell about somebody else. */
    @Test
    void thereIsNoReportWhereTheTransferOfAnotherIsFiledUnderThePerson() {
        allocated();
        Tables.asOwner();
        String key = report(ask()).json().at("/proof/subject/0").asText();
        UUID other =
                UUID.fromString(municipality.transfer(Messages.allocation()).transferId());
        Damage damage = Damage.to(
                "transfer_id = '" + other + "' and kind = 'DECISION'",
                "insert into transfer_log_subject (subject_key, recorded_at, shard, position, person)" + " select '"
                        + key + "', recorded_at, shard, position, 'p1' from transfer_log where #");
        try {
            Reply refused = municipality.post(REPORT, ask()).send();

            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.text()).doesNotContain(other.toString());
            assertThat(damage.alarms()).isOne();
        } finally {
            damage.repair();
        }
        report(ask());
    }

    @Test
    void comesAsAPageAndAsAPdfWithNobodyInTheirNames() {
        Party hostile = RunningGateway.shared()
                .bean(Parties.class)
                .find(new Oin("00000099000000002000"))
                .orElseThrow();
        save(hostile, "<script>alert(1)</script> \u202Ebrug \uD83D\uDE00 & \"co\"");
        try {
            allocated();
            Tables.asOwner();

            Reply page = reply(ask().text("/lang", "en"), "text/html");
            Reply pdf = reply(ask(), "application/pdf");

            assertThat(page.text())
                    .startsWith("<!DOCTYPE html>")
                    .contains("<html lang=\"en\"", "What was shared about you", "&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script", "\u202E", Messages.ANNA);
            assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            assertThat(new String(pdf.body(), StandardCharsets.ISO_8859_1)).doesNotContain(Messages.ANNA);
            assertThat(page.headers().get("Content-Disposition"))
                    .matches("attachment; filename=\"overview-[0-9a-f-]{36}\\.html\"");
            assertThat(pdf.headers().get("Content-Disposition"))
                    .matches("attachment; filename=\"overzicht-[0-9a-f-]{36}\\.pdf\"");
        } finally {
            save(hostile, hostile.name());
        }
    }

    @Test
    void tellsWhoOrderedToKeepWhatUnlessACrimeIsInvestigated() {
        for (String ground : List.of("LEGAL_CLAIM", "INVESTIGATION")) {
            second.post(
                            "/v1/log-holds",
                            Message.of("{\"reference\":\"BEZWAAR-1\"}")
                                    .text("/ground", ground)
                                    .with("/subject", subject().json().toString()))
                    .send();
        }
        Tables.asOwner();

        Reply report = report(ask());

        assertThat(section(report, "HOLDS").at("/items").size()).isEqualTo(1);
        assertThat(section(report, "HOLDS").toString())
                .contains("Regie sociaal domein liet vastleggen dat dit bewaard blijft", "rechtszaak")
                .doesNotContain("BEZWAAR-1");
    }

    @Test
    void holdsNoTelephoneNumberOrAddressOfMail() {
        municipality.transfer(here(Messages.allocation())
                .with("/persons/0/data/contact", "{\"phone\":\"06-12345678\",\"email\":\"canary@voorbeeld.nl\"}")
                .text("/necessity", "Bel 06-12345678 of mail canary@voorbeeld.nl"));
        Tables.asOwner();

        for (String form : List.of("application/json", "text/html")) {
            assertThat(reply(ask(), form).text())
                    .contains("Thuisbegeleiding De Brug")
                    .doesNotContain("12345678", "canary@");
        }
    }

    @Test
    void tellsWhoMadeAnOverviewBefore() {
        report(ask());
        Tables.asOwner();

        assertThat(section(report(ask()), "LOOKUPS").toString()).contains("maakte een overzicht zoals dit");
    }

    @Test
    void saysThatThereIsMoreAndGivesTheRest() {
        int most = 100;
        Message search = Message.of("{\"ground\":\"AUDIT\",\"reference\":\"FG-3\"}")
                .with("/subject", subject().json().toString());
        for (int i = 0; i < most + 1; i++) {
            second.post("/v1/log-entries/_zoek", search).send();
        }
        Tables.asOwner();

        Reply first = report(ask());
        assertThat(first.json().path("opening").toString()).contains("Er is meer dan in dit overzicht past");
        assertThat(section(first, "LOOKUPS").toString()).contains(most + " keer");
        Reply rest = report(ask().text("/cursor", first.at("/nextCursor")));
        assertThat(rest.json().path("nextCursor").isNull()).isTrue();
        assertThat(section(rest, "LOOKUPS").at("/items").size()).isEqualTo(2);
        assertThat(reply(ask(), "text/html").headers().get("Next-Cursor")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "/subject/bsn, 999993654, /subject/bsn",
        "/ground, LOGBOOK_READ, /ground",
        "/reference, 999993653, /reference",
        "/from, canary, /from",
        "/until, 2019-01-01, /until",
        "/until, 2199-01-01, /until",
        "/from, 1999-01-01, /until",
        "/lang, canary, /lang",
        "/cursor, canary, /cursor"
    })
    void refusesWhatDoesNotFitWithoutRepeatingIt(String member, String value, String named) {
        Reply reply = municipality.post(REPORT, ask().text(member, value)).bad().send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(named).doesNotContain(value);
    }

    @Test
    void takesFiveYearsAndNotADayMore() {
        LocalDate until = LocalDate.of(2026, 1, 1);
        Message longest = ask().text("/until", until.toString())
                .text("/from", until.minusDays(1_826).toString());

        assertThat(municipality.post(REPORT, longest).send().status()).isEqualTo(200);
        assertThat(municipality
                        .post(
                                REPORT,
                                longest.text("/from", until.minusDays(1_827).toString()))
                        .bad()
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aReferenceOf64KiBIsRefused() {
        Reply reply = municipality
                .post(REPORT, ask().text("/reference", "A".repeat(65_536)))
                .bad()
                .send();

        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOOKUP", "REPORT"})
    void withoutRoomInTheLogThereIsNoReport(String kind) {
        String when = "before insert on log_pending for each row when (new.kind = '%s')".formatted(kind);

        Reply reply = Fault.raising("disk_full", when)
                .during(() -> municipality.post(REPORT, ask()).send());

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).doesNotContain("sections");
        report(ask());
    }

    @Test
    void theDocumentedRequestIsAnswered() throws IOException {
        Message documented = Message.of(Files.readString(Path.of("docs", "examples", "resident-report.json")));

        Reply reply = municipality.post(REPORT, documented).send();

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("until").asText())
                .as("its last day is today")
                .isEqualTo(LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/Amsterdam"))
                        .toString());
    }

    @Test
    void isThereForTheMunicipalityOnly() {
        assertThat(gp.post(REPORT, ask()).send().status()).isEqualTo(404);
        assertThat(gp.get(REVIEWS).send().status()).isEqualTo(404);
        assertThat(second.get(REVIEWS + "?limit=1").send().status()).isEqualTo(200);
        assertThat(second.get(REVIEWS + "?limit=0").bad().send().status()).isEqualTo(400);
        assertThat(second.get(REVIEWS + "?cursor=canary").bad().send().status()).isEqualTo(400);
    }

    /** The proof of one decision on which the lot did not fall. */
    private ObjectNode wholeProof() {
        for (int tries = 0; tries < 50; tries++) {
            allocated();
            ObjectNode proof = (ObjectNode) awaitProof(ask()).json().path("proof");
            for (JsonNode entry : proof.path("entries")) {
                if (entry.has("entry")) {
                    proof.putArray("entries").add(entry);
                    return proof;
                }
            }
        }
        throw new AssertionError("The lot fell on all");
    }

    private Reply awaitProof(Message ask) {
        List<Reply> found = new ArrayList<>();
        Awaitility.await().until(() -> {
            Reply report = report(ask);
            found.add(report);
            JsonNode proof = report.json().path("proof");
            return proof.path("entries").size() > 0 && proof.path("notYet").isEmpty();
        });
        return found.get(found.size() - 1);
    }

    /** Without what is different each time. */
    private static String comparable(Reply report) {
        ObjectNode json = report.json().deepCopy();
        json.remove(List.of("reportId", "madeAt"));
        ((ObjectNode) json.path("proof")).remove("subject");
        StreamSupport.stream(json.path("sections").spliterator(), false)
                .filter(section -> section.path("code").asText().equals("LOOKUPS"))
                .forEach(section -> ((ObjectNode) section).putArray("items"));
        return json.toString();
    }

    private static void save(Party party, String name) {
        RunningGateway.shared()
                .bean(Parties.class)
                .save(new Party(
                        party.oin(),
                        name,
                        party.side(),
                        party.status(),
                        party.capacities(),
                        party.keys(),
                        party.push()));
    }

    private static Optional<JsonNode> review(Client viewer, String reference) {
        JsonNode reviews = viewer.get(REVIEWS + "?limit=100").send().json().path("reviews");
        return StreamSupport.stream(reviews.spliterator(), false)
                .filter(review -> review.path("reference").asText().equals(reference))
                .findFirst();
    }

    private Reply allocated() {
        Reply reply = municipality.transfer(here(Messages.allocation()).text("/persons/0/data/health/diagnosis", "x"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return reply;
    }

    /** About the person of this test. */
    private Message here(Message message) {
        return message.with(
                "/persons/0/data/identity/address",
                "{\"postcode\":\"1234 AB\",\"houseNumber\":\"%s\"}".formatted(house));
    }

    private Message subject() {
        return Message.of(
                """
                {"name":{"given":"%s","family":"%s"},"birthdate":"1984-03-12","postcode":"1234 AB","houseNumber":"%s"}
                """
                        .formatted(Messages.GIVEN, Messages.FAMILY, house));
    }

    private Message ask() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/Amsterdam"));
        return Message.of(
                        "{\"from\":\"%s\",\"until\":\"%s\",\"ground\":\"ACCESS_REQUEST\",\"reference\":\"INZAGE-2026-014\"}"
                                .formatted(today.minusDays(2), today))
                .with("/subject", subject().json().toString());
    }

    private Reply report(Message ask) {
        return reply(ask, "application/json");
    }

    private Reply reply(Message ask, String accept) {
        Reply reply = municipality.post(REPORT, ask).header("Accept", accept).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static JsonNode section(Reply report, String code) {
        return StreamSupport.stream(report.json().path("sections").spliterator(), false)
                .filter(section -> section.path("code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.support.Statements;
import nl.sluiswachter.transferlog.StoredEntry;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.Lookup;
import nl.sluiswachter.transferlog.search.Lookups;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer looks through transfers: finds each by what it is about, reads one whole, and leaves a trace every time. */
class TransfersPageTest {

    private static final String PAGE = "/console/transfers";
    private static final Pattern ROW =
            Pattern.compile("<a class=\"govuk-link\" href=\"/console/transfers/([0-9a-f-]{36})\"");
    private static final String NOBODY = "010464554";
    private static final String HOSTILE = "<script>alert(1)</script>\u202E\"'=cmd|' /C'!A0 \uD83E\uDD84";

    private final Client municipality = Client.of("gemeente-wmo");
    private final Browser officer = Browser.opened().as("privacy-officer").stating("AUDIT", "DOSSIER-7");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void looksNothingUpBeforeItIsAsked() {
        int before = lookups();
        HttpResponse<String> page = Browser.opened().as("privacy-officer").get(PAGE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Elke zoekvraag komt in het logboek").doesNotContain("<table");
        assertThat(lookups()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?kind=DECISION", "/00000000-0000-7000-8000-000000000000"})
    void wantsAGroundBeforeItLooksAnythingUp(String address) {
        HttpResponse<String> answer = Browser.opened().as("privacy-officer").get(PAGE + address);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).startsWith("/console/ground?to=%2Fconsole%2Ftransfers");
    }

    @Test
    void findsATransferByEachThingThatItIsAbout() {
        String reference = Messages.reference("Z");
        String transfer = municipality
                .transfer(Messages.allocation().text("/caseReference", reference))
                .transferId();
        String refused = municipality.transfer(Messages.referral()).transferId();
        String reason = Tables.asOwner()
                .sql("select reason from transfer_log where transfer_id = ? and kind = 'DECISION'")
                .param(UUID.fromString(refused))
                .query(String.class)
                .single();

        HttpResponse<String> all = searched(Map.of());
        assertThat(rows(all)).contains(transfer, refused);
        assertThat(all.body())
                .containsPattern(transfer + "\" aria-label=\"([^\"]+): Toewijzing maatwerkvoorziening, van Gemeente"
                        + " Voorbeeld, Wmo aan [^\"]+\">\\1</a>");
        assertThat(rows(searched(Map.of("party", "00000099000000002000"))))
                .contains(transfer)
                .doesNotContain(refused);
        assertThat(rows(searched(Map.of("exchangeType", "WELFARE_REFERRAL"))))
                .contains(refused)
                .doesNotContain(transfer);
        assertThat(rows(searched(Map.of("outcome", "DENY")))).contains(refused).doesNotContain(transfer);
        assertThat(rows(searched(Map.of("reason", reason)))).contains(refused).doesNotContain(transfer);
        assertThat(rows(searched(Map.of("article", "Wmo 2015 art. 5.2.1 lid 2 onder a"))))
                .contains(transfer);
        assertThat(rows(searched(Map.of("until", "2026-01-01")))).isEmpty();
        assertThat(rows(searched(Map.of("from", "2026-01-01", "until", "2199-12-31"))))
                .contains(transfer, refused);
        assertThat(rows(searched(Map.of("kind", "DRY_RUN")))).doesNotContain(transfer, refused);
        assertThat(rows(searched(Map.of("caseReference", reference)))).containsExactly(transfer);
        assertThat(rows(searched(Map.of("caseReference", reference + "x")))).isEmpty();
        assertThat(rows(searched(Map.of("bsn", "9999 93653")))).contains(transfer, refused);
        assertThat(rows(searched(Map.of("bsn", NOBODY)))).isEmpty();
    }

    @Test
    void takesANameOfOneOrganisationForItsOin() {
        HttpResponse<String> answer = sent(Map.of("receiver", "  huisartsenpraktijk de LINDE "));
        String page = officer.get(location(answer)).body();

        assertThat(location(answer)).isEqualTo(PAGE + "?kind=DECISION&receiver=00000099000000002100");
        assertThat(page)
                .contains("value=\"00000099000000002100 Huisartsenpraktijk De Linde\"")
                .contains("<bdi>Huisartsenpraktijk De Linde</bdi>");
        assertThat(location(sent(Map.of("receiver", "00000099000000002100 Huisartsenpraktijk De Linde"))))
                .isEqualTo(location(answer));
        assertThat(sent(Map.of("receiver", "Huisartsenpraktijk")).body())
                .contains("id=\"receiver-error\"", "Zo heet geen organisatie", "value=\"Huisartsenpraktijk\"");
    }

    @Test
    void asksWhichOfTheOrganisationsOfOneNameIsMeant() {
        Tables.asOwner()
                .sql(
                        "insert into party (oin, name, side, status, capacities) select '00000099000000007778', name, side, status,"
                                + " capacities from party where oin = '00000099000000002100'")
                .update();
        try {
            assertThat(sent(Map.of("party", "Huisartsenpraktijk De Linde")).body())
                    .contains("id=\"party-error\"", "Zo heten meer organisaties");
        } finally {
            Tables.asOwner()
                    .sql("delete from party where oin = '00000099000000007778'")
                    .update();
        }
    }

    @Test
    void tellsWhatWasLookedForInTheOrderOfTheForm() {
        String page = searched(Map.of(
                        "reason",
                        "CONSENT_REQUIRED",
                        "outcome",
                        "DENY",
                        "until",
                        "2199-12-31",
                        "from",
                        "2026-01-01",
                        "delivery",
                        "EXPIRED"))
                .body();

        assertThat(page)
                .containsPattern("(?s)<strong>Vanaf</strong>.*<strong>Tot en met</strong>.*<strong>Uitkomst:</strong>.*"
                        + "<strong>Aflevering:</strong>.*<strong>Reden:</strong>");
    }

    @Test
    void namesArticlesAsALawyerWritesThem() {
        String form = Browser.opened().as("privacy-officer").get(PAGE).body();

        assertThat(form)
                .contains("<option value=\"WAMS:CASUSOVERLEG\">Wams: casusoverleg (nog geen wet)</option>")
                .contains("<option value=\"BW 7:457\">BW 7:457</option>")
                .doesNotContain(">WAMS:");
        assertThat(searched(Map.of("article", "WAMS:CASUSOVERLEG")).body())
                .contains("Wams: casusoverleg (nog geen wet)")
                .doesNotContain(">WAMS:");
    }

    @Test
    void keepsAPersonAndACaseOutOfEveryAddressAndAnswer() {
        String reference = Messages.reference("Z");
        municipality.transfer(Messages.allocation().text("/caseReference", reference));

        HttpResponse<String> sent = sent(Map.of("bsn", Messages.ANNA, "caseReference", reference));
        HttpResponse<String> page = officer.get(location(sent));

        assertThat(location(sent)).matches("/console/transfers\\?list=[0-9a-f-]{36}");
        assertThat(rows(page)).hasSize(1);
        assertThat(page.body()).doesNotContain(Messages.ANNA).contains("Over één persoon");
        assertThat(addresses(page)).noneMatch(address -> address.contains(reference));
    }

    @Test
    void searchesForTheSamePersonAgainWithoutTheNumber() {
        String transfer = municipality.transfer(Messages.allocation()).transferId();
        String first = location(sent(Map.of("bsn", Messages.ANNA)));
        String list = first.substring(first.indexOf('=') + 1);

        HttpResponse<String> again = sent(Map.of("same", "yes", "list", list, "outcome", "PERMIT"));
        HttpResponse<String> page = officer.get(location(again));

        assertThat(rows(page)).contains(transfer);
        assertThat(page.body()).contains("Over één persoon");
        assertThat(Browser.opened()
                        .as("privacy-officer")
                        .stating("AUDIT", "DOSSIER-8")
                        .get(first)
                        .body())
                .contains("Deze zoekvraag is er niet meer")
                .doesNotContain("<table");
    }

    @Test
    void everyPageIsALookUpWithTheOfficerAndTheGround() throws Exception {
        String dossier = Messages.reference("DOSSIER-");
        officer.stating("COMPLAINT", dossier);

        searched(Map.of("bsn", Messages.BORIS, "outcome", "PERMIT"));

        JsonNode detail = lookupOf(dossier);
        assertThat(detail.path("officer").asText()).isEqualTo("demo-privacy-officer");
        assertThat(detail.path("ground").asText()).isEqualTo("COMPLAINT");
        assertThat(detail.path("call").asText()).isEqualTo("GET /console/transfers");
        assertThat(detail.path("asked").asText()).isEqualTo("kind outcome subject");
    }

    @Test
    void pagesToTheEndAtTheSameCost() {
        String reference = Messages.reference("Z");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sent.add(municipality
                    .transfer(Messages.allocation().text("/caseReference", reference))
                    .transferId());
        }
        Collections.reverse(sent);
        Tables.asOwner();
        List<String> seen = new ArrayList<>();
        List<Integer> costs = new ArrayList<>();
        Optional<String> next = Optional.of(location(sent(Map.of("caseReference", reference))));
        while (next.isPresent()) {
            String address = next.get();
            List<HttpResponse<String>> page = new ArrayList<>();
            costs.add(Statements.during(() -> page.add(officer.get(address))));
            seen.addAll(rows(page.get(0)));
            next = next(page.get(0));
        }

        assertThat(seen).isEqualTo(sent);
        assertThat(costs).hasSize(3).allSatisfy(cost -> assertThat(cost).isBetween(1, 20));
        // one more now and then, when the session is told that it was used
        assertThat(costs.get(2)).isLessThanOrEqualTo(costs.get(0) + 1);
    }

    @Test
    void tellsHowManyCameSinceAndStopsAskingByItself() {
        String kind = "?kind=DECISION&exchangeType=WMO_ALLOCATION";
        municipality.transfer(Messages.allocation());
        String newer = address(officer.get(PAGE + kind), "hx-get=\"([^\"]+)\"");

        assertThat(officer.get(newer).body()).doesNotContain("nieuwere");
        municipality.transfer(Messages.allocation());
        municipality.transfer(Messages.allocation());
        HttpResponse<String> told = officer.get(newer);
        HttpResponse<String> last = officer.get(newer.replace("turn=1", "turn=10"));

        assertThat(told.body()).contains("Er zijn 2 nieuwere", "turn=2").doesNotContain("<html");
        assertThat(last.body())
                .contains("Er zijn 2 nieuwere", "kijkt niet meer vanzelf")
                .doesNotContain("hx-get");
        assertThat(searched(Map.of("bsn", Messages.ANNA)).body()).doesNotContain("hx-get");
    }

    @Test
    void countsNewerOnesOfNoSearchButTheOneThatWasWrittenDown() {
        String newer = address(officer.get(PAGE + "?kind=DECISION&exchangeType=WMO_ALLOCATION"), "hx-get=\"([^\"]+)\"");
        assertThat(officer.get(newer).statusCode()).isEqualTo(200);

        assertThat(officer.get(newer.replace("WMO_ALLOCATION", "VT_REPORT")).statusCode())
                .isEqualTo(400);
        officer.stating("SUPERVISION", "DOSSIER-8");
        assertThat(officer.get(newer).statusCode()).isEqualTo(400);
    }

    @Test
    void countsNewerOnesOfTheLookUpOfThePageAndForNoLongerThanAnHour() {
        String search = "kind=DECISION&exchangeType=WMO_ALLOCATION";
        String newer = address(officer.get(PAGE + "?" + search), "hx-get=\"([^\"]+)\"");
        long looked = Long.parseLong(newer.replaceFirst(".*&looked=([0-9]+).*", "$1"));
        assertThat(officer.get(newer.replace("looked=" + looked, "looked=" + (looked + 1)))
                        .statusCode())
                .as("a later look-up than there was")
                .isEqualTo(400);
        municipality.transfer(Messages.allocation());

        HttpResponse<String> before = officer.get(watched(search, Duration.ofMinutes(59)));
        HttpResponse<String> after = officer.get(watched(search, Duration.ofMinutes(60)));

        assertThat(before.body()).contains("nieuwere. Laat ze zien", "hx-get");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body())
                .contains("Deze lijst kijkt niet meer vanzelf", "href=\"" + PAGE + "?")
                .doesNotContain("hx-get", "Laat ze zien");
    }

    /** The address that a page asks whose look-up lies so long back, about all that came since an hour ago. */
    private String watched(String search, Duration ago) {
        officer.stating("COMPLAINT", "DOSSIER-9");
        long looked = Instant.now().minus(ago).toEpochMilli();
        String question =
                String.join("\n", OfficerAtWork.ID, "COMPLAINT", "DOSSIER-9", Long.toString(looked), sorted(search));
        String since = RunningGateway.shared()
                .bean(Cursors.class)
                .text(
                        new Place(Instant.now().minus(Duration.ofHours(1)), 0, 0),
                        RunningGateway.shared().bean(LookUps.class).viewer(),
                        question);
        return PAGE + "/newer?" + sorted(search) + "&since=" + URLEncoder.encode(since, StandardCharsets.UTF_8)
                + "&looked=" + looked + "&turn=1";
    }

    /** As the page writes it. */
    private static String sorted(String search) {
        return Arrays.stream(search.split("&")).sorted().collect(Collectors.joining("&"));
    }

    @Test
    void saysThatAnAddressIsWrongWhereANumberIsNone() {
        assertThat(officer.get(PAGE + "/newer?looked=yesterday").statusCode()).isEqualTo(400);
        assertThat(officer.get(PAGE + "/newer?turn=often").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "from, 31-12-2026, Vul een dag in",
        "until, +999999999-01-01, Vul een dag in",
        "party, gemeente, Vul een OIN in",
        "reason, kleine letters, Kies iets uit de lijst",
        "article, art. 1, Kies iets uit de lijst",
        "kind, ALLES, Kies iets uit de lijst",
        "caseReference, met spaties, Vul een kenmerk in",
        "bsn, 123456789, Dit is geen BSN"
    })
    void saysBesideTheFieldWhatIsWrongAndKeepsTheRest(String field, String text, String message) {
        Map<String, String> form = new HashMap<>(Map.of("outcome", "DENY", "from", "2026-11-01"));
        form.put(field, text);

        HttpResponse<String> page = sent(form);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("id=\"" + field + "-error\"", "href=\"#" + field + "\"", message)
                .contains("value=\"DENY\" selected=\"selected\"")
                .doesNotContain("<table");
        if (!field.equals("from")) {
            assertThat(page.body()).contains("value=\"2026-11-01\"");
        }
    }

    @Test
    void showsHarmlesslyWhateverSomebodyTyped() {
        HttpResponse<String> page = sent(Map.of("party", HOSTILE, "caseReference", HOSTILE, "article", HOSTILE));

        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(officer.get(PAGE + "?kind=DECISION&party=%22%3E%3Cscript%3Ealert(1)")
                        .body())
                .doesNotContain("<script>alert");
    }

    @Test
    void tellsTheWholeStoryOfOneTransfer() {
        String reference = Messages.reference("Z");
        String other = municipality
                .transfer(Messages.allocation().text("/caseReference", reference))
                .transferId();
        String id = municipality
                .transfer(Messages.allocation()
                        .text("/caseReference", reference)
                        .text("/persons/0/data/health/diagnosis", "x"))
                .transferId();
        Client provider = Client.of("wmo-aanbieder");
        provider.get("/v1/inbox/" + id).send();
        provider.post("/v1/inbox/" + id + "/acknowledgement", Message.of("{\"status\":\"ACCEPTED\"}"))
                .send();
        Tables.asOwner();
        officer.get(PAGE + "/" + id); // the look that the next one tells of, once it is in its place
        Tables.asOwner();

        String page = officer.get(PAGE + "/" + id).body();

        assertThat(page)
                .contains("Toegestaan en in het logboek gezet", "Opgehaald door de ontvanger", "Ontvangst bevestigd")
                .contains("Voor een professional", "Voor de inwoner", "Voor een systeem", "FIELD_NOT_ALLOWED")
                .contains("health.diagnosis", "care.indication", "Bevestigd")
                .contains("/console/transfers/" + other)
                .containsPattern("</span>: <bdi>de gemeente</bdi>")
                .containsPattern("Opgehaald door de ontvanger</span>\\s+<bdi")
                .containsPattern("href=\"/console/rules/WMO_ALLOCATION\">Toewijzing maatwerkvoorziening</a>")
                .containsPattern("wat u hebt gedeeld\\.</span>\\s*<span class=\"quiet\">AVG art")
                .contains("Of de inwoner is geïnformeerd, staat niet in dit logboek")
                .doesNotContain(Messages.ANNA, Messages.GIVEN, Messages.FAMILY, Messages.STORY, reference);
        assertThat(page.indexOf("Toegestaan en in")).isLessThan(page.indexOf("Ontvangst bevestigd"));
        assertThat(page)
                .containsPattern("timeline-moment\">[0-9]+ [a-z]+ 20[0-9]{2}, [0-9]{2}:[0-9]{2}:[0-9]{2}<")
                .containsPattern("<li><span>[0-9]+ [a-z]+ 20[0-9]{2}, [0-9]{2}:[0-9]{2}:[0-9]{2}</span>: <bdi>de gem")
                .containsPattern("aria-label=\"([^\"]+): Toewijzing maatwerkvoorziening, van Gemeente Voorbeeld, Wmo"
                        + " aan [^\"]+\">\\1</a>");
    }

    @Test
    void tellsOfADryRunThatNothingWasSentAndProvesNothing() {
        municipality.post("/v1/decisions", Messages.allocation()).send();
        Tables.asOwner();

        String id = rows(searched(Map.of("kind", "DRY_RUN"))).get(0);

        assertThat(officer.get(PAGE + "/" + id).body())
                .contains("Proefvraag", "er is niets verstuurd", "Voor een professional", "Dit zou meegaan over")
                .doesNotContain("Download het bewijs", "deelde gegevens", "Dit ging mee");
        assertThat(officer.get(PAGE + "/" + id + "/proof").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsInBothVoicesThatAMessageThatWasStoppedDidNotArrive() {
        String consent = Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "contact", "support"));
        String id = municipality.transfer(Messages.referral()).transferId();
        Registers.withdraw("gemeente-wmo", consent);

        assertThat(officer.get(PAGE + "/" + id).body())
                .containsPattern("(?s)Dit is niet aangekomen: de toestemming.*Dit is niet aangekomen: de toestemming")
                .contains("notArrived: CONSENT_WITHDRAWN", "Het bericht kwam niet aan")
                .doesNotContain("De hele uitwisseling is geweigerd")
                .doesNotContainPattern("nee</td>\\s*<td[^>]*><span></span>")
                .doesNotContainPattern("(?s)hulpvraag</span>(?:(?!</tr>).)*<td[^>]*>ja</td>\\s*<td[^>]*>ja</td>");
    }

    @Test
    void leadsToTheReviewThatAnObligationAsksFor() {
        String id = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        String review = "/console/review/" + id;

        String page = officer.get(PAGE + "/" + id).body();
        assertThat(page)
                .containsPattern("naar kijken\\.</span>\\s*<a class=\"govuk-link no-print\" href=\"" + review + "\"")
                .containsOnlyOnce(review);
        assertThat(officer.get(review).statusCode()).isEqualTo(200);

        Client.of("wmo-aanbieder").dryRun(Messages.alert());
        Tables.asOwner();
        String question = rows(searched(Map.of("kind", "DRY_RUN"))).get(0);
        assertThat(officer.get(PAGE + "/" + question).body())
                .contains("naar kijken.")
                .doesNotContain("/console/review/");
    }

    @Test
    void asksNobodyToTellWhatDidNotArrive() {
        String id = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        Tables.lapse(id);

        assertThat(officer.get(PAGE + "/" + id).body())
                .contains("<strong>Het bericht is niet aangekomen.</strong>", "/console/review/" + id)
                .doesNotContain("Of de inwoner is geïnformeerd");
    }

    @Test
    void headsOnceWhatWasLeftOutForSeveralReasons() {
        String id = municipality.transfer(Messages.referral()).transferId();

        assertThat(officer.get(PAGE + "/" + id).body())
                .contains("Het BSN mag hier niet worden gebruikt", "hoort niet bij deze uitwisseling")
                .containsOnlyOnce("Dit zou niet meegaan over de inwoner</h3>")
                .contains("De hele uitwisseling is geweigerd")
                .doesNotContainPattern("nee</td>\\s*<td[^>]*><span></span>");
    }

    @Test
    void provesATransferOnTheSpotAndGivesTheProofAlong() {
        String id = municipality
                .transfer(Messages.allocation().text("/persons/0/data/health/diagnosis", "x"))
                .transferId();
        municipality.get("/v1/transfers/" + id + "/proof").send();

        assertThat(officer.get(PAGE + "/" + id).body())
                .contains(
                        "Nagerekend: dit besluit staat onveranderd in het logboek",
                        "Het is het besluit over uitwisseling")
                .containsPattern("Vingerafdruk van de stand</dt><dd [^>]*>(sha256:)?[0-9a-f]{64}<");
        HttpResponse<String> file = officer.get(PAGE + "/" + id + "/proof");
        JsonNode proof = json(file.body());
        Verdict verdict = Verifier.proof(
                file.body().getBytes(StandardCharsets.UTF_8),
                Optional.of(Believed.key(proof.path("verifierKey").asText())),
                Map.of());

        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(verdict).isNotInstanceOfAny(Verdict.Broken.class, Verdict.Unreadable.class);
        assertThat(proof.path("salts")).isEmpty();
    }

    @Test
    void aHiddenTransferIsAsIfItWereNotThere() {
        String report = Client.of("huisarts").transfer(Messages.report()).transferId();
        Tables.asOwner();
        String hidden = PAGE + "/" + report;
        String unknown = PAGE + "/" + UUID.randomUUID();
        officer.get(unknown);

        List<HttpResponse<String>> answers = List.of(officer.get(hidden), officer.get(unknown));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(404, 404);
        assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
        assertThat(Statements.ofItself(() -> officer.get(hidden)))
                .isEqualTo(Statements.ofItself(() -> officer.get(unknown)))
                .isPositive();
        assertThat(officer.get(hidden + "/proof").statusCode()).isEqualTo(404);
        assertThat(officer.get(PAGE + "/not-a-number").statusCode()).isEqualTo(404);
        assertThat(officer.stating("SUPERVISION", "FG-1").get(hidden).body()).contains("Bewijs");
    }

    @Test
    void aPersonOfHiddenTransfersLooksLikeNobody() {
        Client.of("huisarts").transfer(Messages.report().text("/persons/0/data/identity/bsn", "111222333"));
        Tables.asOwner();

        HttpResponse<String> hidden = searched(Map.of("bsn", "111222333", "exchangeType", "VT_REPORT"));
        HttpResponse<String> nobody = searched(Map.of("bsn", NOBODY, "exchangeType", "VT_REPORT"));

        assertThat(hidden.body())
                .contains("Er is niets gevonden dat u mag zien")
                .doesNotContain("Zet alles in een bestand");
        assertThat(neutral(hidden)).isEqualTo(neutral(nobody));
    }

    /** With more hidden ones than fit on a page. */
    @Test
    void aPersonOfHiddenTransfersTakesNoMoreQuestionsThanBefore() {
        String search = location(sent(Map.of("bsn", "111222333", "exchangeType", "VT_REPORT")));
        int before = Statements.ofItself(() -> officer.get(search));
        for (int i = 0; i < 30; i++) {
            Client.of("huisarts").transfer(Messages.report().text("/persons/0/data/identity/bsn", "111222333"));
        }
        Tables.asOwner();

        assertThat(Statements.ofItself(() -> officer.get(search)))
                .isEqualTo(before)
                .isPositive();
    }

    @Test
    void showsHarmlesslyWhoLookedAndWhy() {
        String id = municipality.transfer(Messages.allocation()).transferId();
        RunningGateway.shared()
                .bean(Lookups.class)
                .record(new Lookup(
                        new Oin("00000099000000001000"),
                        Optional.of(HOSTILE),
                        Ground.INCIDENT,
                        Optional.of(HOSTILE),
                        "GET /console/transfers",
                        new TreeSet<>(),
                        SubjectIdentity.UNKNOWN,
                        Optional.of(UUID.fromString(id))));
        Tables.asOwner();

        String page = officer.get(PAGE + "/" + id).body();

        assertThat(page)
                .contains("Onderzoek naar een datalek", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(page.lines().filter(line -> line.contains("\u202E")))
                .isNotEmpty()
                .allMatch(line -> line.contains("<bdi"));
    }

    @Test
    void tellsOfALookByASystemWithoutAnOfficer() {
        String id = municipality.transfer(Messages.allocation()).transferId();
        RunningGateway.shared()
                .bean(Lookups.class)
                .record(new Lookup(
                        new Oin("00000099000000001000"),
                        Optional.empty(),
                        Ground.INCIDENT,
                        Optional.of("DOSSIER-8"),
                        "POST /v1/log-entries/_zoek",
                        new TreeSet<>(),
                        SubjectIdentity.UNKNOWN,
                        Optional.of(UUID.fromString(id))));
        Tables.asOwner();

        assertThat(officer.get(PAGE + "/" + id).body())
                .contains("<bdi>Gemeente Voorbeeld, Wmo</bdi>, <span>Onderzoek naar een datalek")
                .contains("DOSSIER-8");
    }

    @Test
    void exportsTheListInTheBackgroundAsATableAndAsLinesOfJson() {
        String reference = Messages.reference("Z");
        for (int i = 0; i < 3; i++) {
            municipality.transfer(Messages.allocation().text("/caseReference", reference));
        }
        Tables.asOwner();
        HttpResponse<String> page = searched(Map.of("caseReference", reference));

        HttpResponse<String> table = officer.get(exported(page, "csv") + "/file");
        HttpResponse<String> lines = officer.get(exported(page, "jsonl") + "/file");

        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"transfers.csv\"");
        assertThat(table.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(table.body().lines()).hasSize(5).last().isEqualTo("\"Aantal uitwisselingen\";\"3\"");
        assertThat(table.body()).startsWith("\uFEFF\"Moment\";\"Wat\";\"Soort\";");
        assertThat(table.body().lines().skip(1).limit(3))
                .allMatch(line -> line.matches("\"20[0-9-]{8} [0-9:]{8} \\+0[12]:00\";\"Uitwisseling\";\"Toewijzing"
                        + " maatwerkvoorziening\";\"WMO_ALLOCATION\";\"Gemeente Voorbeeld, Wmo\";"
                        + "\"00000099000000001000\";\"Thuisbegeleiding De Brug\";\"00000099000000002000\";"
                        + "\"[A-Z_]+\";\"toegestaan\";.*"));
        assertThat(lines.body().lines()).hasSize(4).last().isEqualTo("{\"exportedEntries\":3}");
        assertThat(json(lines.body().lines().findFirst().orElseThrow())
                        .path("kind")
                        .asText())
                .isEqualTo("DECISION");
    }

    @Test
    void exportsAllOfMoreThanOnePage() {
        String reference = Messages.reference("Z");
        for (int i = 0; i < 120; i++) {
            municipality.transfer(Messages.allocation().text("/caseReference", reference));
        }
        Tables.asOwner();

        String work = exported(searched(Map.of("caseReference", reference)), "csv");

        assertThat(officer.get(work + "/file").body().lines())
                .hasSize(122)
                .last()
                .isEqualTo("\"Aantal uitwisselingen\";\"120\"");
        assertThat(officer.get(work).body()).contains("Een bestand maken", "Download transfers.csv");
        assertThat(officer.get("/console/work").body()).contains(work);
        assertThat(Tables.asOwner()
                        .sql("select total > 100 and done = total from console_work where work_id = ?")
                        .param(UUID.fromString(work.substring("/console/work/".length())))
                        .query(Boolean.class)
                        .single())
                .as("looked through the time that 120 transfers took")
                .isTrue();
    }

    @Test
    void anExportIsOneLookUpAndItsFileIsForWhoAskedForIt() throws Exception {
        String dossier = Messages.reference("DOSSIER-");
        officer.stating("COMPLAINT", dossier);
        HttpResponse<String> page = officer.get(PAGE + "?kind=DECISION&exchangeType=WMO_ALLOCATION");
        int before = lookups();

        String work = exported(page, "csv");

        assertThat(lookups()).isEqualTo(before + 1);
        assertThat(lookups(dossier))
                .filteredOn(detail -> detail.path("call").asText().equals("POST /console/transfers/export"))
                .singleElement()
                .satisfies(detail -> {
                    assertThat(detail.path("officer").asText()).isEqualTo("demo-privacy-officer");
                    assertThat(detail.path("ground").asText()).isEqualTo("COMPLAINT");
                    assertThat(detail.path("asked").asText()).isEqualTo("exchangeType kind");
                });
        assertThat(Browser.opened().as("operator").get(work + "/file").statusCode())
                .isEqualTo(404);
        assertThat(officer.get(PAGE + "/export?kind=DECISION&form=csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void exportsNothingThatTheGroundDoesNotOpen() {
        Client.of("huisarts").transfer(Messages.report());
        Tables.asOwner();
        String hidden = "?kind=DECISION&exchangeType=VT_REPORT";

        HttpResponse<String> nothing = officer.get(PAGE + hidden);
        assertThat(nothing.body()).doesNotContain(PAGE + "/export");
        String none = exported(Map.of(
                "_csrf", Browser.token(nothing), "kind", "DECISION", "exchangeType", "VT_REPORT", "form", "csv"));
        officer.stating("SUPERVISION", "FG-2");
        String some = exported(officer.get(PAGE + hidden), "csv");

        assertThat(officer.get(none + "/file").body()).endsWith("\"Aantal uitwisselingen\";\"0\"\r\n");
        assertThat(officer.get(some + "/file").body()).contains("VT_REPORT").doesNotContain("uitwisselingen\";\"0\"");
    }

    @Test
    void findsWhatDoesNotGetToItsReceiver() {
        String lapsed = municipality.transfer(Messages.allocation()).transferId();
        String lapses = municipality.transfer(Messages.allocation()).transferId();
        String waits = municipality.transfer(Messages.allocation()).transferId();
        String goes = municipality.transfer(Messages.allocation()).transferId();
        deliveryOf(lapsed, "state = 'EXPIRED', settled_at = now() - interval '1 day'");
        deliveryOf(lapses, "expires_at = now() + interval '12 hours'");
        deliveryOf(waits, "created_at = now() - interval '3 days'");

        assertThat(rows(searched(Map.of("delivery", "EXPIRED"))))
                .contains(lapsed)
                .doesNotContain(lapses, waits, goes);
        assertThat(rows(searched(Map.of("delivery", "ENDING"))))
                .contains(lapses)
                .doesNotContain(lapsed, waits, goes);
        assertThat(rows(searched(Map.of("delivery", "WAITING"))))
                .contains(waits)
                .doesNotContain(lapsed, lapses, goes);
        assertThat(searched(Map.of("delivery", "EXPIRED", "party", "00000099000000002700"))
                        .body())
                .contains("Vervallen in de laatste zeven dagen")
                .doesNotContain(lapsed);
        assertThat(sent(Map.of("delivery", "LOST")).body()).contains("id=\"delivery-error\"");
    }

    @Test
    void findsWhatWaitsForAReceiverThatIsLeftAlone() {
        String id = municipality.transfer(Messages.allocation()).transferId();
        deliveryOf(id, "push = true, due_at = now() + interval '1 hour'");
        assertThat(rows(searched(Map.of("delivery", "PAUSED")))).doesNotContain(id);
        Tables.asOwner()
                .sql("insert into push_pause values ('00000099000000002000', 3, now() + interval '1 hour')")
                .update();
        try {
            assertThat(rows(searched(Map.of("delivery", "PAUSED")))).contains(id);
        } finally {
            Tables.asOwner().sql("delete from push_pause").update();
            deliveryOf(id, "push = false");
        }
    }

    private static void deliveryOf(String transfer, String change) {
        Tables.asOwner()
                .sql("update delivery set " + change + " where transfer_id = ?")
                .param(UUID.fromString(transfer))
                .update();
    }

    /** Sends the form of this page, and waits for the page of the work until it is ready. */
    private String exported(HttpResponse<String> page, String form) {
        String fields = address(page, "(?s)action=\"/console/transfers/export\".*?>(.*?)<p ");
        Map<String, String> sent = new HashMap<>(Map.of("form", form));
        Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(fields)
                .results()
                .forEach(field -> sent.put(field.group(1), field.group(2)));
        return exported(sent);
    }

    private String exported(Map<String, String> sent) {
        HttpResponse<String> begun = officer.post(PAGE + "/export", sent);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
        String work = location(begun);
        assertThat(work).startsWith("/console/work/");
        Awaitility.await().until(() -> officer.get(work).body().contains("Het is klaar"));
        return work;
    }

    @Test
    void asksTheDatabaseAsOftenForAPageOfManyAsForOne() {
        String reference = Messages.reference("Z");
        String id = municipality
                .transfer(Messages.allocation().text("/caseReference", reference))
                .transferId();
        for (int i = 0; i < 25; i++) {
            municipality.transfer(Messages.referral());
        }
        Tables.asOwner();
        String one = location(sent(Map.of("caseReference", reference)));
        String many = PAGE + "?kind=DECISION&exchangeType=WELFARE_REFERRAL";
        officer.get(many);

        int costOfOne =
                Statements.during(() -> assertThat(rows(officer.get(one))).hasSize(1));
        int costOfMany =
                Statements.during(() -> assertThat(rows(officer.get(many))).hasSize(25));
        int costOfStory = Statements.during(() -> officer.get(PAGE + "/" + id));

        assertThat(costOfOne).isPositive();
        assertThat(costOfMany).isLessThanOrEqualTo(costOfOne + 1).isLessThanOrEqualTo(20);
        assertThat(costOfStory).isBetween(1, 40);
    }

    @Test
    void keepsASearchByANameForTheNextTime() {
        Browser another = Browser.opened().as("privacy-officer");
        String letters =
                UUID.randomUUID().toString().replaceAll("[0-9-]", "z"); // its digits may be a number of a person
        String name = "<b>Weigeringen</b> \u202E" + letters;
        HttpResponse<String> kept = posted("/views", Map.of("name", name, "outcome", "DENY", "bsn", Messages.ANNA));

        assertThat(location(kept)).isEqualTo("/console/transfers?kind=DECISION&outcome=DENY");
        assertThat(another.get(PAGE).body())
                .contains("&lt;b&gt;Weigeringen", "href=\"/console/transfers?kind=DECISION&amp;outcome=DENY\"");
        posted("/views/forget", Map.of("name", name));
        assertThat(another.get(PAGE).body()).doesNotContain("Weigeringen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "BSN 999993653", "a\u0000b", "0123456789012345678901234567890123456789012345678901234567890"
            })
    void keepsNoSearchByANameThatSaysNothingOrTooMuch(String name) {
        HttpResponse<String> page = posted("/views", Map.of("name", name, "outcome", "DENY"));

        assertThat(page.body())
                .contains("id=\"name-error\"", "value=\"DENY\" selected=\"selected\"", "Vul een naam in");
    }

    @Test
    void keepsNoMoreSearchesThanTheLimit() {
        String name = UUID.randomUUID() + " ";
        for (int i = 0; i < 20; i++) {
            posted("/views", Map.of("name", name + i));
        }

        assertThat(posted("/views", Map.of("name", name + 20)).body()).contains("U hebt al 20 zoekvragen bewaard");
        assertThat(posted("/views", Map.of("name", name + 3)).statusCode()).isEqualTo(302);
        for (int i = 0; i < 20; i++) {
            posted("/views/forget", Map.of("name", name + i));
        }
        assertThat(officer.get(PAGE).body()).doesNotContain(name);
    }

    /** The log may know what no list has, so it is looked for first. */
    @ParameterizedTest
    @CsvSource({
        "party=AAAAAAAAAAAAAAAAAAAA, party, niet ingeschreven",
        "sender=AAAAAAAAAAAAAAAAAAAA, sender, niet ingeschreven",
        "receiver=AAAAAAAAAAAAAAAAAAAA, receiver, niet ingeschreven",
        "exchangeType=NIETS_ZO, exchangeType, Kies iets uit de lijst",
        "reason=NIETS_ZO, reason, Kies iets uit de lijst"
    })
    void saysBesideTheFieldThatNobodyKnowsWhatWasLookedFor(String query, String field, String message) {
        String page = officer.get(PAGE + "?kind=DECISION&" + query).body();

        assertThat(page)
                .contains("Er is niets gevonden", "id=\"" + field + "-error\"", "href=\"#" + field + "\"", message)
                .containsPattern("<details[^>]* open=\"open\"")
                .containsPattern("value=\"(AAAAAAAAAAAAAAAAAAAA\"|NIETS_ZO\" selected)");
    }

    @Test
    void saysNothingBesideAKnownFieldOfWhichNothingIsFound() {
        assertThat(officer.get(PAGE + "?kind=DECISION&until=2026-01-01&exchangeType=WMO_ALLOCATION&sender="
                                + "00000099000000001100")
                        .body())
                .contains("Er is niets gevonden")
                .doesNotContain("-error\"");
    }

    @Test
    void readsInTheOtherLanguage() {
        String id = municipality.transfer(Messages.referral()).transferId();
        Browser english = Browser.inEnglish().as("privacy-officer").stating("AUDIT", "FILE-1");

        assertThat(english.get(PAGE + "?kind=DECISION").body()).contains("Transfers, the newest first", "Refused");
        assertThat(english.get(PAGE + "?lang=en&kind=DECISION").body())
                .contains("href=\"/console/transfers?kind=DECISION&amp;lang=nl\"");
        assertThat(english.get(PAGE + "/" + id).body())
                .contains("Refused and written into the log", "Offered and sent");
    }

    private HttpResponse<String> sent(Map<String, String> fields) {
        return posted("", fields);
    }

    private HttpResponse<String> posted(String address, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", Browser.token(officer.get(PAGE)));
        form.putIfAbsent("kind", "DECISION");
        return officer.post(PAGE + address, form);
    }

    private HttpResponse<String> searched(Map<String, String> fields) {
        HttpResponse<String> sent = sent(fields);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        HttpResponse<String> page = officer.get(location(sent));
        assertThat(page.statusCode()).isEqualTo(200);
        return page;
    }

    private static String location(HttpResponse<String> answer) {
        String address = answer.headers().firstValue("Location").orElseThrow();
        return address.substring(address.indexOf("/console"));
    }

    private static List<String> rows(HttpResponse<String> page) {
        return ROW.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private static Optional<String> next(HttpResponse<String> page) {
        Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page.body());
        return link.find() ? Optional.of(link.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    private static String address(HttpResponse<String> page, String pattern) {
        Matcher link = Pattern.compile(pattern).matcher(page.body());
        assertThat(link.find()).as(pattern).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static List<String> addresses(HttpResponse<String> page) {
        return Pattern.compile("(?:href|hx-get|action)=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Without what is new on every page. */
    private static String neutral(HttpResponse<String> page) {
        return page.body().replaceAll("[0-9a-f-]{36}", "").replaceAll("value=\"[^\"]{60,}\"", "");
    }

    private static int lookups() {
        return Tables.asOwner()
                .sql("select count(*) from transfer_log where kind = 'LOOKUP'")
                .query(Integer.class)
                .single();
    }

    private static JsonNode lookupOf(String dossier) {
        return lookups(dossier).findFirst().orElseThrow();
    }

    private static Stream<JsonNode> lookups(String dossier) {
        return Tables.asOwner()
                .sql("select entry from transfer_log where kind = 'LOOKUP' and entry is not null")
                .query(byte[].class)
                .list()
                .stream()
                .map(StoredEntry::read)
                .map(entry -> entry.path("detail"))
                .filter(detail -> detail.path("reference").asText().equals(dossier));
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

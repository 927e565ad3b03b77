package nl.sluiswachter.acceptance;

import static nl.sluiswachter.acceptance.Drafts.fingerprint;
import static nl.sluiswachter.acceptance.Drafts.key;
import static nl.sluiswachter.acceptance.Drafts.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.kernel.crypto.PersonalSignature;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another version becomes the law in force: read, tried, approved by two people with keys of their own. */
class VersionsPageTest {

    private static final Pattern STATEMENT = Pattern.compile("id=\"statement\">([^<]+)<");
    private static final Pattern AT = Pattern.compile("name=\"at\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/console/rules/versions/[^\"]*)\">Ga verder");

    private static Drafts drafts;
    private static Activation activation;

    private final Browser editor = Browser.opened().as("policy-editor");

    @BeforeAll
    static void recordADecision() {
        drafts = new Drafts();
        activation = drafts.activation();
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        assertThat(Client.of("gemeente-wmo").transfer(Messages.allocation()).at("/decision"))
                .isEqualTo("PERMIT");
    }

    @AfterEach
    void bringTheOriginalBack() throws Exception {
        drafts.bringTheOriginalBack();
    }

    private static String draft(int days) {
        return drafts.load(days);
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        Matcher matcher = pattern.matcher(answer.body());
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> post(Browser browser, String path, Map<String, String> form) {
        Map<String, String> all = new TreeMap<>(form);
        all.put("_csrf", Browser.token(browser.get("/console/rules")));
        return browser.post(path, all);
    }

    /** Where work leads when it is ready. */
    private String ready(Browser browser, String path) {
        return found(LINK, done(browser, path));
    }

    private HttpResponse<String> done(Browser browser, String path) {
        String work = post(browser, path, Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^https://[^/]*", "");
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> browser.get(work), answer -> answer.body()
                .contains("Het is klaar"));
    }

    /** Hands in the approval that somebody signed for the key of somebody. */
    private HttpResponse<String> approve(Browser browser, String version, String of, String signer) throws Exception {
        String approval = ready(browser, page(version) + "/review");
        return post(browser, approval, signed(browser.get(approval + "?key=" + fingerprint(of)), of, signer));
    }

    /** What the form sends that somebody signed for the key of somebody. */
    private static Map<String, String> signed(HttpResponse<String> form, String of, String signer) throws Exception {
        byte[] statement = found(STATEMENT, form).getBytes(StandardCharsets.UTF_8);
        byte[] signature = PersonalSignature.of(key(signer).key(), statement);
        return Map.of(
                "key",
                fingerprint(of),
                "at",
                found(AT, form),
                "signature",
                Base64.getEncoder().encodeToString(signature));
    }

    @Test
    void tellsEverybodyWhatADraftSaysOtherwise() {
        String version = draft(11);
        Browser professional = Browser.opened().as("professional");

        assertThat(professional.get("/console/rules/versions").body())
                .contains(page(version), "Nog geen proef gedaan", "Geldt nu")
                .doesNotContain("??");
        assertThat(professional.get(page(version)).body())
                .contains(
                        "Toewijzing maatwerkvoorziening",
                        "<del>geboortedatum (zegt om wie of welke zaak het gaat)</del>",
                        "Weg:",
                        "De inwoner informeren, binnen 11 dagen")
                .contains("types/WMO_ALLOCATION.yaml")
                .doesNotContain("De proef", "??");
        assertThat(Browser.inEnglish().as("policy-editor").get(page(version)).body())
                .contains("What is different from version", "The trial")
                .doesNotContain("??");
        assertThat(professional.get("/console/rules/versions/00000000").statusCode())
                .isEqualTo(404);
    }

    @Test
    void comparesNoVersionWithItself() {
        String version = draft(21);
        String difference = "Wat is er anders dan in versie";

        assertThat(editor.get(page(version)).body()).contains(difference);
        assertThat(editor.get(page(version) + "?against=" + page(version).replaceAll(".*/", ""))
                        .body())
                .contains("Vergelijk met versie")
                .doesNotContain(difference, "Er is geen verschil");
    }

    @Test
    void triesADraftOnEarlierDecisionsAndListsWhatChanges() {
        String version = draft(12);

        HttpResponse<String> answer = editor.get(ready(editor, page(version) + "/rehearsal"));

        assertThat(answer.body())
                .contains("Wat anders uitkomt", "Toewijzing maatwerkvoorziening", "Gemeente Voorbeeld")
                .contains("geboortedatum: ")
                .contains("0 van 2 mensen keurden deze versie goed");
        assertThat(Browser.opened().as("privacy-officer").get(page(version)).body())
                .contains("Wat anders uitkomt")
                .doesNotContain("Ik wil goedkeuren");
    }

    /** Beside the figures it would tell how many of them are confidential. */
    @Test
    void tellsNobodyHowManyDecisionsATrialWentThrough() {
        String version = draft(17);

        for (String work : List.of("/rehearsal", "/review")) {
            assertThat(done(editor, page(version) + work).body())
                    .containsPattern("Het duurde (minder dan een seconde|1 seconde|[0-9]+ seconden)\\.")
                    .doesNotContain("per seconde", "stappen");
        }
        assertThat(editor.get(page(version)).body())
                .contains("Over vertrouwelijke uitwisselingen zegt deze pagina niets");
    }

    /** Else an editor reads from it that there was one since the trial. */
    @Test
    void saysOnlyOfDecisionsThatAnEditorMayKnowOfThatATrialDoesNotCoverThem() {
        String version = draft(20);
        ready(editor, page(version) + "/rehearsal");
        String uncovered = "Er zijn besluiten die er niet in zitten";
        assertThat(editor.get(ready(editor, page(version) + "/review")).body()).doesNotContain(uncovered);

        assertThat(Client.of("huisarts").transfer(Messages.report()).at("/decision"))
                .isEqualTo("PERMIT");
        assertThat(editor.get(ready(editor, page(version) + "/review")).body()).doesNotContain(uncovered);
        assertThat(activation.review(version, done -> {}).notCovered())
                .as("the command on the server counts it")
                .isPositive();

        Client.of("gemeente-wmo").transfer(Messages.allocation());
        assertThat(editor.get(ready(editor, page(version) + "/review")).body()).contains(uncovered);
    }

    @Test
    void takesTwoPeopleWithKeysOfTheirOwn() throws Exception {
        String version = draft(13);
        ready(editor, page(version) + "/rehearsal");

        HttpResponse<String> forged = approve(editor, version, "officer-2", "officer-1");
        assertThat(forged.body())
                .contains(
                        "De goedkeuring is niet aangenomen",
                        "Deze handtekening is niet gezet met de sleutel die u koos");
        assertThat(approve(editor, version, "officer-1", "officer-1").statusCode())
                .isEqualTo(302);
        assertThat(editor.get(page(version)).body())
                .contains("1 van 2 mensen")
                .doesNotContain("Laat deze versie gelden");
        assertThat(post(editor, page(version) + "/activation", Map.of()).body())
                .contains("Twee verschillende mensen moeten", "Tot nu toe deed één persoon dat.");
        assertThat(activation.inForce().version()).isNotEqualTo(version);

        Browser another = Browser.opened().as("policy-editor");
        assertThat(approve(another, version, "officer-1", "officer-1").body())
                .contains("Deze persoon keurde deze versie al goed");
        assertThat(approve(another, version, "officer-2", "officer-2").statusCode())
                .isEqualTo(302);
        assertThat(another.get(page(version)).body()).contains("2 van 2 mensen", "Laat deze versie gelden");
        assertThat(post(another, page(version) + "/activation", Map.of()).statusCode())
                .isEqualTo(302);

        assertThat(activation.inForce().version()).isEqualTo(version);
        assertThat(editor.get("/console/rules/versions").body())
                .contains(fingerprint("officer-1").substring(0, 12), "\"><bdi>Beheerder van de regels</bdi></td>");
    }

    @Test
    void countsNobodyTwiceWhoApprovedOnTheCommandLine() throws Exception {
        String version = draft(14);
        ready(editor, page(version) + "/rehearsal");
        activation.approve(activation.review(version, done -> {}), key("officer-1"));

        assertThat(approve(editor, version, "officer-1", "officer-1").body())
                .contains("Deze persoon keurde deze versie al goed");
        assertThat(activation.approvals(version)).isOne();
    }

    @Test
    void tellsTheSecondEditorThatAColleaguePutAVersionInForceMeanwhile() throws Exception {
        String version = draft(17);
        ready(editor, page(version) + "/rehearsal");
        String approval = ready(editor, page(version) + "/review");
        Map<String, String> late =
                signed(editor.get(approval + "?key=" + fingerprint("officer-1")), "officer-1", "officer-1");
        drafts.putInForce(version, "demo-colleague");

        for (HttpResponse<String> answer : List.of(post(editor, approval, late), editor.get(approval))) {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(page(version) + "?overtaken");
        }
        assertThat(editor.get(page(version) + "?overtaken").body())
                .contains("Een collega was u voor", "Geldt nu", "In werking gezet door <bdi>demo-colleague</bdi>")
                .contains(fingerprint("officer-1").substring(0, 12))
                .contains(fingerprint("officer-2").substring(0, 12));
        assertThat(post(editor, page(version) + "/activation", Map.of()).body())
                .contains("Deze versie geldt al: een collega was u voor")
                .doesNotContain("This version");
        assertThat(activation.status().history().get(0).pressedBy()).contains("demo-colleague");
    }

    @Test
    void tellsWhoApprovedThatAnotherVersionCameFirst() throws Exception {
        String version = draft(18);
        ready(editor, page(version) + "/rehearsal");
        for (String officer : Drafts.OFFICERS) {
            activation.approve(activation.review(version, done -> {}), key(officer));
        }
        drafts.putInForce(draft(19), "demo-colleague");

        assertThat(post(editor, page(version) + "/activation", Map.of()).body())
                .contains("Sinds deze versie werd goedgekeurd, is een andere gaan gelden");
    }

    @Test
    void takesNoSignatureOfAnotherHour() throws Exception {
        String version = draft(15);
        ready(editor, page(version) + "/rehearsal");
        String approval = ready(editor, page(version) + "/review");
        String at = Instant.now().minus(Duration.ofHours(2)).toString();
        byte[] text = editor.get(approval + "/statement?key=" + fingerprint("officer-1") + "&at=" + at)
                .body()
                .getBytes(StandardCharsets.UTF_8);
        String signature = Base64.getEncoder()
                .encodeToString(PersonalSignature.of(key("officer-1").key(), text));

        HttpResponse<String> answer =
                post(editor, approval, Map.of("key", fingerprint("officer-1"), "at", at, "signature", signature));

        assertThat(answer.body()).contains("Dit is niet op tijd getekend").contains("value=\"" + at + "\"");
        assertThat(post(editor, approval, Map.of("key", fingerprint("officer-1"), "at", at))
                        .body())
                .contains("Er is nog geen handtekening", "govuk-error-summary");
    }

    /** A signature is for one time: with another it would be refused. */
    @Test
    void bringsBackTheTimeThatWasSigned() throws Exception {
        String version = draft(22);
        ready(editor, page(version) + "/rehearsal");
        String approval = ready(editor, page(version) + "/review");
        String page = approval + "?key=" + fingerprint("officer-1");
        String at = Instant.now()
                .minus(Duration.ofMinutes(5))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Map<String, String> wrong = Map.of("key", fingerprint("officer-1"), "at", at, "signature", "YWJj");

        String refused = post(editor, approval, wrong).body();
        String english = editor.get(approval + "?kept&lang=en").body();
        editor.get(approval + "?lang=nl");
        Sessions.signedInLongAgo(editor, Duration.ofMinutes(6));
        Map<String, String> again = new TreeMap<>(wrong);
        again.put("_csrf", editor.formToken());
        assertThat(editor.postFrom(page, approval, again).statusCode()).isEqualTo(303);
        String back = editor.as("policy-editor", page, "again").get(page).body();

        assertThat(refused).contains("href=\"" + approval + "?kept&amp;lang=en\"");
        assertThat(List.of(refused, english, back))
                .allSatisfy(form -> assertThat(form).contains("value=\"" + at + "\"", "YWJj</textarea>"));
    }

    @Test
    void letsOnlyEditorsOfTheRulesDoAnything() {
        String version = draft(16);

        for (String role : new String[] {"privacy-officer", "operator", "professional"}) {
            Browser other = Browser.opened().as(role);
            for (String step : new String[] {"/rehearsal", "/review", "/activation"}) {
                assertThat(post(other, page(version) + step, Map.of()).statusCode())
                        .as(role + step)
                        .isEqualTo(403);
            }
        }
        assertThat(editor.get(page(version) + "/approval/00000000-0000-0000-0000-000000000000")
                        .statusCode())
                .isEqualTo(404);
    }
}

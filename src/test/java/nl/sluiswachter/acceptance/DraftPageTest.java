package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.SortedMap;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueZip;
import org.junit.jupiter.api.Test;

/** Another version of the rules is loaded from a zip on the page, by the same steps as from a folder on the command line. */
class DraftPageTest {

    private static final String PATH = "/console/rules/versions/draft";

    private final Browser editor = Browser.opened().as("policy-editor");
    private final Activation activation = RunningGateway.shared().bean(Activation.class);

    private static byte[] form(String token, byte[] zip) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                        + "\r\n--edge\r\nContent-Disposition: form-data; name=\"catalogue\"; filename=\"../../r.zip\"\r\n"
                        + "Content-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(zip);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static HttpResponse<String> send(Browser browser, byte[] body) {
        return browser.send(browser.request(PATH)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<String> load(Browser browser, byte[] zip) {
        return send(browser, form(Browser.token(browser.get("/console/rules")), zip));
    }

    private static byte[] zip(int days) {
        return CatalogueZip.of(new CatalogueFiles(Drafts.texts(days)));
    }

    private long versions() {
        return activation.status().versions().size();
    }

    @Test
    void loadsAVersionThatCanThenBeComparedAndTried() {
        HttpResponse<String> answer = load(editor, zip(31));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String page = answer.headers().firstValue("Location").orElseThrow().replaceAll("^https://[^/]*", "");
        assertThat(page).endsWith("?loaded=true");
        assertThat(editor.get(page).body())
                .contains(
                        "De versie is geladen",
                        "<del>geboortedatum (zegt om wie of welke zaak het gaat)</del>",
                        "Doe de proef")
                .doesNotContain("??");
        assertThat(Browser.inEnglish().as("policy-editor").get(page).body()).contains("The version is loaded");
    }

    @Test
    void tellsTheSecondOfficerThatTheVersionWasLoadedAlready() {
        load(editor, zip(32));
        long before = versions();

        HttpResponse<String> answer = load(Browser.opened().as("policy-editor"), zip(32));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?loaded=false");
        assertThat(editor.get(answer.headers()
                                .firstValue("Location")
                                .orElseThrow()
                                .replaceAll("^https://[^/]*", ""))
                        .body())
                .contains("Deze versie was al geladen");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void givesTheFilesOfAVersionInTheShapeInWhichTheyAreLoaded() throws Exception {
        String inForce = activation.inForce().version();
        byte[] zip = HttpClient.newBuilder()
                .sslContext(Client.tls("huisarts"))
                .build()
                .send(
                        Browser.opened()
                                .request(Drafts.page(inForce) + "/files")
                                .header("Cookie", cookies(editor))
                                .GET()
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();

        assertThat(load(editor, zip).headers().firstValue("Location").orElseThrow())
                .endsWith(Drafts.page(inForce) + "?loaded=false");
    }

    private static String cookies(Browser browser) {
        return "__Host-sluiswachter=" + browser.cookie("__Host-sluiswachter");
    }

    @Test
    void tellsEveryFaultWithFileLineAndWhatIsExpectedAndKeepsNothing() {
        SortedMap<String, String> texts = Drafts.texts(33);
        texts.computeIfPresent("ages.yaml", (name, text) -> text.replace("JOINT", "TOGETHER<b>"));
        texts.computeIfPresent("types/VT_REPORT.yaml", (name, text) -> text + "\nwhatever: 1\n");
        texts.remove("reuse.yaml");
        long before = versions();

        HttpResponse<String> answer = load(editor, CatalogueZip.of(new CatalogueFiles(texts)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("govuk-error-summary", "Deze bestanden zijn niet aangenomen", "id=\"catalogue-error\"")
                .contains("Deze regels worden niet aangenomen", "reuse.yaml: dit bestand ontbreekt")
                .containsPattern(
                        "ages.yaml, regel [0-9]+: minor12to15 kan niet TOGETHER&lt;b&gt; zijn; verwacht: één van")
                .containsPattern("types/VT_REPORT.yaml, regel [0-9]+: whatever hoort hier niet; verwacht: ")
                .doesNotContain("TOGETHER<b>", "??", "lang=\"en\">ages", "expected");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void saysItInTheOtherLanguageTooThoughTheFileHasToBeChosenAgain() {
        load(editor, new byte[0]);

        assertThat(editor.get(PATH + "?kept&lang=en").body())
                .contains("id=\"catalogue-error\"", "Choose a zip file with the rules", "href=\"#catalogue\"")
                .doesNotContain("What you had filled in is here again");
        assertThat(editor.get(PATH).body()).doesNotContain("catalogue-error");

        load(editor, "no zip".getBytes(StandardCharsets.UTF_8));

        assertThat(editor.get(PATH + "?kept&lang=en").body())
                .contains("id=\"catalogue-error\"", "id=\"faults\"", "cannot be read as a zip");
        assertThat(editor.get(PATH).body()).doesNotContain("id=\"faults\"");
    }

    @Test
    void saysBesideTheFieldWhatIsWrongWithTheFile() {
        assertThat(load(editor, new byte[0]).body())
                .contains("id=\"catalogue-error\"", "Kies een zipbestand met de regels");
        assertThat(load(editor, "no zip".getBytes(StandardCharsets.UTF_8)).body())
                .contains("id=\"catalogue-error\"", "dit bestand is niet te lezen als zip");
        assertThat(Browser.inEnglish().as("policy-editor").get(PATH).body())
                .contains("Load this version", "At most 1,024 kB, and 2,048 kB unpacked")
                .doesNotContain("??");
    }

    @Test
    void takesNoLargerBodyThanAnyOtherPage() {
        byte[] large = new byte[1024 * 1024 + 1];
        new Random(1).nextBytes(large);

        assertThat(load(editor, large).statusCode()).isEqualTo(413);
    }

    @Test
    void takesNoFormWithAFileThatIsBrokenOrNotFromHere() {
        byte[] zip = zip(34);
        long before = versions();

        assertThat(send(editor, "--edge\r\nnothing".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isIn(400, 403);
        assertThat(send(editor, "--edge\r\n\r\nx\r\n".repeat(50).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isIn(400, 403);
        assertThat(send(editor, form("of-somebody-else", zip)).statusCode()).isEqualTo(403);
        assertThat(editor.send(editor.request(PATH)
                                .header("Content-Type", "multipart/mixed; boundary=edge")
                                .POST(BodyPublishers.ofByteArray(form("x", zip))))
                        .statusCode())
                .isEqualTo(415);
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void letsOnlyEditorsOfTheRulesLoad() {
        for (String role : new String[] {"privacy-officer", "operator", "professional"}) {
            Browser other = Browser.opened().as(role);

            assertThat(other.get(PATH).statusCode()).as(role).isEqualTo(403);
            assertThat(load(other, zip(35)).statusCode()).as(role).isEqualTo(403);
            assertThat(other.get("/console/rules/versions").body()).doesNotContain(PATH);
        }
        assertThat(editor.get("/console/rules/versions").body()).contains(PATH);
    }
}

package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.kernel.crypto.PersonalSignature;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An approval is signed in the browser, with a key that never leaves it. */
class BrowserSignatureTest {

    private static final String SIGNED = "De tekst is getekend.";
    private static final String FAILED = "Met dit bestand kan niet worden getekend.";

    private static Chromium chromium;
    private static Drafts drafts;

    private final BrowserContext window = chromium.windowOf(Role.POLICY_EDITOR, UnaryOperator.identity());
    private final List<String> sent = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = Chromium.launched();
        drafts = new Drafts();
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        assertThat(Client.of("gemeente-wmo").transfer(Messages.allocation()).at("/decision"))
                .isEqualTo("PERMIT");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void bringTheOriginalBack() throws Exception {
        window.close();
        drafts.bringTheOriginalBack();
    }

    private Page opened(BrowserContext one, String path) {
        Page page = one.newPage();
        page.onRequest(request -> sent.add(request.url() + Objects.toString(request.postData(), "")));
        Chromium.hear(page, complaints);
        page.navigate(Chromium.origin() + path);
        return page;
    }

    private void rehearse(String version) {
        Page page = opened(window, Drafts.page(version));
        page.locator("form[action$='/rehearsal'] button").click();
        page.locator("#work a[href='" + Drafts.page(version) + "']").click();
        page.locator("text=0 van 2 mensen").waitFor();
    }

    /** The form with the text for this officer, of a version that was rehearsed. */
    private Page toSign(BrowserContext one, String version, String officer) throws Exception {
        Page page = opened(one, Drafts.page(version));
        page.locator("form[action$='/review'] button").click();
        page.locator("#work a[href*='/approval/']").click();
        page.locator("input[value='" + Drafts.fingerprint(officer) + "']").check();
        page.locator("main form[method=get] button").click();
        page.locator("#key-file").waitFor();
        return page;
    }

    private static Locator told(Page page, String what) {
        return page.locator("#key-told").filter(new Locator.FilterOptions().setHasText(what));
    }

    private static void submit(Page page) {
        page.locator("main form[method=post] .govuk-button").click();
    }

    private void approve(BrowserContext one, String version, String officer) throws Exception {
        Page page = toSign(one, version, officer);
        page.locator("#key-file").setInputFiles(Drafts.keyFile(officer));
        told(page, SIGNED).waitFor();
        submit(page);
        page.waitForURL("**" + Drafts.page(version));
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    @Test
    void putsAVersionInForceWithAnEcAndAnRsaKeyThatStayInTheBrowser() throws Exception {
        String version = drafts.load(21);
        rehearse(version);
        assertThat(Drafts.key("officer-1").key().getAlgorithm()).isEqualTo("EC");
        assertThat(Drafts.key("officer-2").key().getAlgorithm()).isEqualTo("RSA");

        approve(window, version, "officer-1");
        try (BrowserContext other = chromium.windowOf(Role.POLICY_EDITOR, how -> how.setLocale("nl"))) {
            approve(other, version, "officer-2");
        }
        Page page = opened(window, Drafts.page(version));
        page.locator("form[action$='/activation'] button").click();
        page.waitForURL("**/console/rules/versions");

        assertThat(drafts.activation().inForce().version()).isEqualTo(version);
        assertThat(page.locator("main").innerText())
                .contains(Drafts.fingerprint("officer-1").substring(0, 12))
                .contains(Drafts.fingerprint("officer-2").substring(0, 12))
                .contains("Beheerder van de regels");
        for (String officer : Drafts.OFFICERS) {
            String line = Files.readAllLines(Drafts.keyFile(officer)).get(1);
            assertThat(sent).noneMatch(one -> one.contains(line.substring(0, 30)));
        }
        assertThat(sent).anyMatch(one -> one.contains("signature="));
        assertThat(complaints).isEmpty();
    }

    @Test
    void refusesTheKeyOfSomebodyElseWithAMessageBesideTheField() throws Exception {
        String version = drafts.load(22);
        rehearse(version);
        Page page = toSign(window, version, "officer-1");
        assertThat(violations(page)).isEmpty();

        page.locator("#key-file").setInputFiles(Drafts.keyFile("officer-2"));
        told(page, SIGNED).waitFor();
        submit(page);

        Locator complaint = page.locator(".govuk-form-group--error");
        complaint.waitFor();
        assertThat(complaint.innerText())
                .contains("De goedkeuring is niet aangenomen")
                .contains("Deze handtekening is niet gezet met de sleutel die u koos");
        assertThat(violations(page)).isEmpty();
        assertThat(drafts.activation().approvals(version)).isZero();
    }

    @Test
    void saysThatAFileIsNoKeyAndForgetsTheSignatureOfBefore() throws Exception {
        String version = drafts.load(23);
        rehearse(version);
        Page page = toSign(window, version, "officer-1");

        for (String no : new String[] {
            "no key at all",
            "-----BEGIN PRIVATE KEY-----\nA=A\n-----END PRIVATE KEY-----\n",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            pem(KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
        }) {
            page.locator("#key-file").setInputFiles(Drafts.keyFile("officer-1"));
            told(page, SIGNED).waitFor();
            assertThat(page.locator("#signature").inputValue()).isNotEmpty();

            page.locator("#key-file").setInputFiles(file(no));
            told(page, FAILED).waitFor();
            assertThat(page.locator("#signature").inputValue()).as(no).isEmpty();
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void writesTheSignatureAsTheGatewayReadsItForEveryCurve(String curve) throws Exception {
        String version = drafts.load(24);
        rehearse(version);
        Page page = toSign(window, version, "officer-1");
        byte[] text = page.locator("#statement").textContent().getBytes(StandardCharsets.UTF_8);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));

        for (int i = 0; i < 8; i++) { // numbers with and without a leading zero
            KeyPair pair = generator.generateKeyPair();
            String before = page.locator("#signature").inputValue();
            page.locator("#key-file").setInputFiles(file(pem(pair)));
            Awaitility.await()
                    .until(() -> !page.locator("#signature").inputValue().equals(before));
            byte[] signed =
                    Base64.getDecoder().decode(page.locator("#signature").inputValue());

            assertThat(PersonalSignature.isValid(pair.getPublic(), text, signed))
                    .isTrue();
        }
    }

    private static FilePayload file(String content) {
        return new FilePayload("key.pem", "application/x-pem-file", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}

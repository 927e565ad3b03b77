package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueZip;
import nl.sluiswachter.console.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks through every page of the console in a real browser, as each role and in both languages, and makes the pictures of the
 * documentation: with {@code -Dconsole.screenshots=docs/images} where they belong, else in {@code target}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleWalkTest {

    private static final int MOST_BYTES = 300_000;
    private static final int PHONE = 320; // WCAG 2.2, 1.4.10
    private static final int SHEET = 718; // of A4 between margins of a centimetre
    private static final int MOST_STOPS = 600;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final Consumer<Page> PERSON = page -> {
        page.locator("#bsn").fill(Messages.ANNA);
        page.locator("main form[method=post] .govuk-button").first().click();
    };
    private static final String KEYBOARD = script("keyboard.js");
    private static final String AXE = script("axe.js");
    private static final String CUT = script("cut.js");
    private static final String UNPRINTED = script("unprinted.js");

    private static final Path PICTURES = Path.of(System.getProperty("console.screenshots", "target/console-images"));
    private static final Path DOCUMENT = Path.of("docs", "console.md");
    private static final Pattern PICTURE = Pattern.compile("images/(console-[a-z-]+\\.png)");
    /** Or from what a trial found, which is below what the picture of a version shows already. */
    private static final String FROM_THE_TOP = "() => { document.activeElement.blur();"
            + " (document.querySelector('#changes-caption') ?? document.body).scrollIntoView(); }";

    /** What stands in the place of a word that there is not. */
    private static final Pattern MISSING_WORD = Pattern.compile("\\?\\?[a-z]");

    private static final int LATE = Integer.MAX_VALUE - 1;

    private static final Set<String> MADE = new TreeSet<>();

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.launched();
        ConsoleSeeds.sow();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<ConsoleAddress> addresses() {
        return ConsoleAddress.all();
    }

    static Stream<Arguments> everyReader() {
        return ConsoleAddress.all().flatMap(address -> Arrays.stream(Role.values())
                .filter(role -> address.page().roles().contains(role))
                .flatMap(role -> Stream.of("nl", "en").map(language -> Arguments.of(address, role, language))));
    }

    @ParameterizedTest
    @MethodSource("everyReader")
    void isAccessibleAndLoadsNothingFromElsewhere(ConsoleAddress address, Role role, String language) {
        try (Page page = chromium.pageOf(role, language)) {
            Visit visit = new Visit(page);
            visit.to(address);

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.content()).doesNotContainPattern(MISSING_WORD);
            assertThat(visit.complaints).isEmpty();
            assertThat(visit.requests).isNotEmpty().allSatisfy(request -> assertThat(request.url())
                    .startsWith(Chromium.origin() + "/"));
            assertThat(violations(page)).isEmpty();
            assertThat(repeated(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void isUsableByKeyboardAlone(ConsoleAddress address) {
        try (Page page = chromium.pageOf(address.reader(), "nl")) {
            new Visit(page).to(address);
            assertIsUsableByKeyboardAlone(page);
        }
    }

    private static void assertIsUsableByKeyboardAlone(Page page) {
        int stops = ((Number) page.evaluate(KEYBOARD)).intValue();
        boolean goesOn = true;
        for (int pressed = 0; pressed < MOST_STOPS && goesOn; pressed++) {
            page.keyboard().press("Tab");
            goesOn = (Boolean) page.evaluate("() => window.walk.goesOn()");
        }

        assertThat(stops).isPositive();
        assertThat((List<?>) page.evaluate("() => window.walk.missed()"))
                .as("never reached")
                .isEmpty();
        assertThat((List<?>) page.evaluate("() => window.walk.unseen()"))
                .as("reached without being seen")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void isSmallAndFitsAPhone(ConsoleAddress address) {
        try (BrowserContext window = chromium.windowOf(address.reader(), how -> how.setViewportSize(PHONE, 700))) {
            Visit visit = new Visit(window.newPage());
            visit.to(address);

            assertThat(visit.bytes()).as("for somebody who comes first").isBetween(1_000, MOST_BYTES);
            assertFitsAPhone(visit.page);
            assertThat(beyond(visit.page)).isEmpty();
            assertThat(violations(visit.page)).isEmpty();
        }
    }

    /** The list is there to be read, and its last column says how it ended. It stays a table for whoever hears it. */
    @Test
    void showsAWholeRowOfTransfersOnAPhoneAndStillTellsATable() {
        ConsoleAddress found = ConsoleAddress.all()
                .filter(address -> address.name().equals("found"))
                .findFirst()
                .orElseThrow();
        try (BrowserContext window = chromium.windowOf(
                found.reader(), how -> how.setViewportSize(PHONE, 700).setJavaScriptEnabled(false))) {
            Page page = new Visit(window.newPage()).to(found);

            assertThat(page.locator("table.stack tbody tr").count()).isPositive();
            assertThat(beyond(page)).isEmpty();
            String label = (String) page.evaluate(
                    "() => getComputedStyle(document.querySelector('.stack td:last-child'), '::before').content");
            assertThat(label).contains("Hoe het staat: ");
            assertThat(page.getByRole(AriaRole.TABLE)
                            .getByRole(AriaRole.COLUMNHEADER)
                            .count())
                    .isEqualTo(5);
            assertThat(page.getByRole(AriaRole.ROW)
                            .last()
                            .getByRole(AriaRole.CELL)
                            .count())
                    .isEqualTo(4);
        }
    }

    private static void assertFitsAPhone(Page page) {
        assertThat((List<?>) page.evaluate(CUT)).as("seen in part only").isEmpty();
        assertThat(sideways(page)).as("tables to scroll sideways").isEmpty();
        assertThat(width(page)).isLessThanOrEqualTo(PHONE);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void readsWithoutJavaScriptAndPrints(ConsoleAddress address) {
        try (BrowserContext window = chromium.windowOf(address.reader(), how -> how.setJavaScriptEnabled(false))) {
            Page page = new Visit(window.newPage()).to(address);

            assertThat(page.locator("main form:not(:has(button, input[type=submit]))")
                            .count())
                    .as("forms that cannot be sent")
                    .isZero();
            assertPrints(page);
            assertThat(page.locator("main h1").first().isVisible()).isTrue();
            assertThat(page.locator("nav.menu").isVisible()).isFalse();
            assertThat(page.locator(".demo").isVisible())
                    .as("paper of the demo says what it is")
                    .isTrue();
            assertThat(page.pdf()).hasSizeGreaterThan(1_000);
        }
    }

    /** Everything that is on the page, within a sheet, and nothing that only a screen can do something with. */
    private static void assertPrints(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(SHEET, 1000);

        assertThat((List<?>) page.evaluate(UNPRINTED))
                .as("not as it is on paper")
                .isEmpty();
    }

    @Test
    void findsWhatDoesNotPrint() {
        try (BrowserContext window = chromium.windowOf(Role.PRIVACY_OFFICER, how -> how)) {
            Page page = window.newPage();
            page.navigate(Chromium.origin() + "/console/sharing");
            page.evaluate("() => document.querySelectorAll('link').forEach(sheet => sheet.remove())");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.evaluate("() => { const main = document.body;"
                    + " main.innerHTML = '<main><p class=no-print>a</p><div class=wide><p>b</p></div>'"
                    + " + '<details><summary>c</summary><p>d</p></details>';"
                    + " main.querySelector('.wide p').style.width = '2000px'; }");

            assertThat((List<?>) page.evaluate(UNPRINTED)).hasSize(3);
        }
    }

    /** What is closed on the screen is read on paper: by the text of the file itself. */
    @Test
    void printsWhatIsClosedOnTheScreen() throws IOException {
        try (BrowserContext window = chromium.windowOf(Role.PROFESSIONAL, how -> how)) {
            Page page = window.newPage();
            page.navigate(Chromium.origin() + "/console/rules/WMO_ALLOCATION");
            String hidden = page.locator("main details:not([open]) li").first().textContent();
            assertThat(page.locator("main details li").first().isVisible()).isFalse();

            try (PDDocument paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
                assertThat(words(new PDFTextStripper().getText(paper))).contains(words(hidden));
            }
        }
    }

    /** A sheet breaks lines elsewhere. */
    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void hasAPictureInTheDocumentation(ConsoleAddress address) {
        try (Page page = chromium.pageOf(address.reader(), "nl")) {
            picture(new Visit(page).to(address), address.name());
        }

        assertThat(Path.of("docs", "images", "console-" + address.name() + ".png"))
                .as("run with -Dconsole.screenshots=docs/images")
                .isRegularFile();
    }

    /** After all who make one: what the document shows is what this run saw, and nothing of it is left from earlier runs. */
    @Test
    @Order(Integer.MAX_VALUE)
    void madeEveryPictureThatTheDocumentShows() throws IOException {
        Set<String> shown = PICTURE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(picture -> picture.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(MADE).isEqualTo(shown).isNotEmpty();
    }

    /**
     * Where to begin, and what to press on the way; what is about a person has no address that could be written down.
     *
     * @param roles to which the pages look different; the first has its picture taken
     */
    private record Way(String name, List<Role> roles, String start, List<Consumer<Page>> steps) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Way> WAYS = List.of(
            officers(
                    "request",
                    "/console/consent",
                    List.of(PERSON, first("li:nth-child(2) h2 a"), first("a[href$='/request']"))),
            officers("receipt", "/console/consent", List.of(PERSON, first("h2 a"), first("a[href$='/receipt']"))),
            officers("withdraw", "/console/consent", List.of(PERSON, first("h2 a"), first("a[href$='/withdrawal']"))),
            officers("wrong-person", "/console/consent", List.of(first("form[method=post] .govuk-button"))),
            officers("preview", "/console/report", List.of(PERSON)),
            officers("transfer", "/console/transfers", List.of(PERSON, first("a[href^='/console/transfers/0']"))),
            officers("item", "/console/review", List.of(first("a[href^='/console/review/0']"))),
            officers(
                    "held-back-item",
                    "/console/ground?to=/console/review/reports",
                    List.of(
                            page -> {
                                page.locator("input[value=SUPERVISION]").check();
                                page.locator("main .govuk-button").click();
                            },
                            first("a[href^='/console/review/reports/']"))),
            new Way(
                    "version",
                    List.of(Role.POLICY_EDITOR, Role.PRIVACY_OFFICER, Role.PROFESSIONAL),
                    "/console/rules/versions",
                    List.of(first("a[href^='/console/rules/versions/']:not([href$='/draft'])"))),
            new Way(
                    "draft",
                    List.of(Role.POLICY_EDITOR),
                    "/console/rules/versions",
                    List.of(first("a[href$='/draft']"), first("form[method=post] .govuk-button"), page -> {
                        page.locator("#catalogue")
                                .setInputFiles(new FilePayload("x.zip", "application/zip", new byte[] {1, 2, 3}));
                        page.locator("main form[method=post] .govuk-button").click();
                    })),
            new Way(
                    "verification",
                    List.of(Role.OPERATOR, Role.PRIVACY_OFFICER),
                    "/console/log",
                    List.of(first("form[action$=verification] button"))),
            new Way( // the last, as it leaves a version behind
                    "rehearsal",
                    List.of(Role.POLICY_EDITOR),
                    "/console/rules/versions/draft",
                    List.of(ConsoleWalkTest::load, first("form[action$=rehearsal] button"), page -> {
                        page.waitForURL("**/console/work/*");
                        first("a[href^='/console/rules/versions/']").accept(page);
                    })));

    private static void load(Page page) {
        byte[] zip = CatalogueZip.of(new CatalogueFiles(Drafts.texts(41)));
        page.locator("#catalogue").setInputFiles(new FilePayload("x.zip", "application/zip", zip));
        page.locator("main form[method=post] .govuk-button").click();
    }

    private static Stream<Arguments> everyWay() {
        return WAYS.stream().flatMap(way -> way.roles().stream()
                .flatMap(role -> Stream.of("nl", "en").map(language -> Arguments.of(way, role, language))));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    @Order(LATE)
    void isAccessibleAlongEveryWay(Way way, Role role, String language) {
        boolean inFull = role == way.roles().get(0) && language.equals("nl");
        try (BrowserContext window =
                chromium.freshWindowOf(role, how -> how.setLocale(language).setViewportSize(PHONE, 700))) {
            Visit visit = new Visit(window.newPage());
            if (inFull) {
                visit.keepNothing();
            }
            visit.page.navigate(Chromium.origin() + way.start());
            for (Consumer<Page> step : way.steps()) {
                visit.requests.clear();
                step.accept(visit.page);
                visit.page.waitForLoadState();

                assertThat(visit.page.locator("html").getAttribute("lang")).isEqualTo(language);
                assertThat(visit.page.content()).doesNotContainPattern(MISSING_WORD);
                assertThat(visit.page.locator("main h1").first().innerText()).isNotBlank();
                assertThat(visit.page.url()).doesNotContain(Messages.ANNA);
                assertThat(visit.page.title()).doesNotContain(Messages.ANNA);
                assertThat(visit.complaints).isEmpty();
                assertFitsAPhone(visit.page);
                assertThat(visit.page.locator(".demo").isVisible()).isTrue();
                assertThat(violations(visit.page)).isEmpty();
                assertThat(repeated(visit.page)).isEmpty();
                if (inFull) {
                    assertThat(visit.bytes()).as("for somebody who comes first").isBetween(1_000, MOST_BYTES);
                    settle(visit.page);
                    assertIsUsableByKeyboardAlone(visit.page);
                }
                visit.complaints.clear(); // axe puts sheets into the page, which the page forbids
            }
            if (inFull) {
                picture(visit.page, way.name());
                assertPrints(visit.page);
            }
        }
    }

    /** What changes by itself under the fingers is walked through when it is over. */
    private static void settle(Page page) {
        if (page.url().contains("/console/work/")) {
            Tables.awaitWork();
            page.reload();
        }
    }

    private static Way officers(String name, String start, List<Consumer<Page>> steps) {
        return new Way(name, List.of(Role.PRIVACY_OFFICER), start, steps);
    }

    private static Consumer<Page> first(String what) {
        return page -> page.locator("main " + what).first().click();
    }

    @Test
    void findsWhatIsNotAccessible() {
        try (Page page = chromium.pageOf(Role.PROFESSIONAL, "nl")) {
            page.navigate(Chromium.origin() + "/console/rules");
            page.evaluate("() => document.querySelector('label').remove()");

            assertThat(violations(page))
                    .anySatisfy(violation -> assertThat(violation).asString().startsWith("label"));
        }
    }

    @Test
    void findsWhatIsSeenInPartOnly() {
        try (Page page = chromium.pageOf(Role.PROFESSIONAL, "nl")) {
            page.navigate(Chromium.origin() + "/console/rules");
            assertThat((List<?>) page.evaluate(CUT)).isEmpty();
            page.evaluate("() => { const title = document.querySelector('h1').style;"
                    + " title.width = '20px'; title.overflow = 'hidden'; title.whiteSpace = 'nowrap'; }");

            assertThat((List<?>) page.evaluate(CUT)).hasSize(1);
        }
    }

    @Test
    void signsInAndOutByKeyboardWithoutComplaints() {
        try (BrowserContext window = chromium.stranger()) {
            Page page = window.newPage();
            page.navigate(Chromium.origin() + "/console/rules");
            assertThat(violations(page)).isEmpty();
            page.locator("input[value=professional]").focus();
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            page.waitForURL("**/console/rules");
            page.locator(".bar-form button").press("Enter");
            page.waitForURL("**/console/signed-out");
            assertThat(violations(page)).isEmpty();
        }
    }

    /** As wide as a desk has it, and with more than the menu on it. */
    private static void picture(Page page, String name) {
        page.setViewportSize(1100, 1000);
        page.evaluate(FROM_THE_TOP);
        String file = "console-" + name + ".png";
        byte[] picture = page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)));

        assertThat(picture).hasSizeGreaterThan(1_000);
        MADE.add(file);
    }

    /** Cells of stacked tables that a phone does not show whole. */
    private static List<?> beyond(Page page) {
        return (List<?>) page.evaluate("() => [...document.querySelectorAll('.stack td, .stack tbody th')]"
                + ".filter(cell => Math.floor(cell.getBoundingClientRect().right) > innerWidth)"
                + ".map(cell => cell.outerHTML.slice(0, 200))");
    }

    private static List<?> sideways(Page page) {
        return (List<?>) page.evaluate("() => [...document.querySelectorAll('main table')]"
                + ".filter(table => Math.floor(table.getBoundingClientRect().right) > innerWidth"
                + " || table.scrollWidth > table.clientWidth + 1)"
                + ".map(table => table.outerHTML.slice(0, 300))");
    }

    private static int width(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
    }

    /** Headings that say what the one above them says; below these, things of one day in a report have that day each. */
    private static List<String> repeated(Page page) {
        List<String> headings = page.locator("main :is(h1, h2, h3)").allTextContents();
        return IntStream.range(1, headings.size())
                .filter(at ->
                        headings.get(at).strip().equals(headings.get(at - 1).strip()))
                .mapToObj(headings::get)
                .toList();
    }

    /** By axe itself: what its builder does besides is for frames, which no page has, and takes half of the time. */
    private static List<?> violations(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return (List<?>) page.evaluate(AXE, WCAG);
    }

    private static String script(String name) {
        try (var file = ConsoleWalkTest.class.getResourceAsStream("/console/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One look at one address, and what the browser had to do and to say for it. */
    private static final class Visit {

        private final Page page;
        private final List<String> complaints = new ArrayList<>();
        private final List<Request> requests = new ArrayList<>();

        private Visit(Page page) {
            this.page = page;
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.onRequestFailed(request -> complaints.add(request.url() + ": " + request.failure()));
            page.onRequest(requests::add);
        }

        /** Every page comes as to somebody who comes first. */
        private void keepNothing() {
            CDPSession browser = page.context().newCDPSession(page);
            JsonObject off = new JsonObject();
            off.addProperty("cacheDisabled", true);
            browser.send("Network.setCacheDisabled", off);
        }

        private Page to(ConsoleAddress address) {
            Response answer = page.navigate(Chromium.origin() + address.path().get());
            Locator heading = page.locator("main h1");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(heading.first().innerText()).isNotBlank();
            assertThat(page.url()).endsWith(address.path().get());
            return page;
        }

        private int bytes() {
            return List.copyOf(requests).stream() // while it waits, a page may ask for more
                    .map(Request::sizes)
                    .mapToInt(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
                    .sum();
        }
    }
}

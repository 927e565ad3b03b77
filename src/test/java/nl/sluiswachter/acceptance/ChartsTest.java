package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.support.AddedUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chart says what the table below it says, and is there only for whom a script draws it. */
class ChartsTest {

    private static final YearMonth OLD = YearMonth.now(ZoneOffset.UTC).minusMonths(22);
    private static final String PERIOD =
            "/console/figures?type=WMO_PROVIDER_REPORT&from=%s&until=%s".formatted(OLD, OLD.plusMonths(2));
    private static final int SHEET = 718;

    /** Names beside bars that do not fit into their place. */
    private static final String CROWDED =
            """
            () => [...document.querySelectorAll('.chart canvas')].map(it => Chart.getChart(it)).filter(it => it.options.indexAxis === 'y')
              .flatMap(chart => {
                const names = chart.scales.y;
                chart.ctx.font = '14px ' + Chart.defaults.font.family;
                return names.ticks.map(tick => [].concat(tick.label)).filter(lines => lines.length * 16 > names.height / names.ticks.length
                  || lines.some(line => chart.ctx.measureText(line).width + 10 > names.width));
              })
            """;

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = Chromium.launched();
        figure(OLD, "PERMIT", "", 12_345);
        figure(OLD.plusMonths(2), "PERMIT", "", 2);
        figure(OLD.plusMonths(2), "DENY", "CONSENT_MISSING", 1_001);
        Tables.asOwner()
                .sql("insert into log_acknowledged values (?, 'WMO_PROVIDER_REPORT', ?, ?, 'DAY', 3)")
                .params(OLD.atDay(1), "00000099000000002000", "00000099000000001000")
                .update();
        AddedUp.figures(Tables.asOwner());
    }

    @AfterAll
    static void close() {
        if (chromium == null) {
            return;
        }
        chromium.close();
        for (String table : List.of("log_figures", "log_acknowledged")) {
            Tables.asOwner()
                    .sql("delete from " + table + " where month between ? and ?")
                    .params(OLD.atDay(1), OLD.plusMonths(2).atDay(1))
                    .update();
        }
        AddedUp.figures(Tables.asOwner());
    }

    private static void figure(YearMonth month, String decision, String reason, int times) {
        Tables.asOwner()
                .sql("insert into log_figures values (?, 'WMO_PROVIDER_REPORT', ?, ?, ?, ?, ?)")
                .params(month.atDay(1), "00000099000000002000", "00000099000000001000", decision, reason, times)
                .update();
    }

    @ParameterizedTest
    @CsvSource({"nl, Gedeeld, 12.345, '10.000', 12.347", "en, Shared, '12,345', '10,000', '12,347'"})
    void drawsWhatTheTableBelowSaysInTheReadersLanguage(
            String language, String series, String written, String onTheAxis, String sum) {
        try (BrowserContext window = window(how -> how.setLocale(language))) {
            Page page = opened(window, PERIOD);
            Locator charts = page.locator(".chart canvas");

            assertThat(charts.count()).isEqualTo(5);
            for (int at = 0; at < charts.count(); at++) {
                Locator canvas = charts.nth(at);
                Locator table = page.locator("table[data-chart]").nth(at);
                assertThat(drawn(canvas)).isEqualTo(said(table));
                assertThat(canvas.getAttribute("role")).isEqualTo("img");
                assertThat(canvas.getAttribute("aria-label"))
                        .startsWith(table.locator("caption").textContent() + ". ");
                assertThat(colours(canvas)).as("not blank").isGreaterThan(3);
            }
            assertThat(page.locator("table[data-chart] td").allTextContents()).contains(written);
            assertThat(charts.first().getAttribute("aria-label")).contains(". " + series + ": " + sum + ". ");
            assertThat(charts.nth(2).getAttribute("aria-label"))
                    .as("each exchange counts at two organisations")
                    .doesNotContainPattern("[0-9]");
            assertThat(drawn(charts.first()).get(0)).asString().startsWith("[" + series + ", 12345, 0, 2");
            assertThat((List<?>)
                            charts.first().evaluate("it => Chart.getChart(it).scales.y.ticks.map(tick => tick.label)"))
                    .asString()
                    .contains(onTheAxis);
            assertThat(complaints).isEmpty();
        }
    }

    /** The names first, then each series: what it is called, and its numbers. */
    private static List<?> drawn(Locator canvas) {
        return (List<?>) canvas.evaluate(
                "it => { const data = Chart.getChart(it).data; return [...data.datasets.map(one => [one.label, ...one.data].join(', ')),"
                        + " data.labels.join(' | ')].map(all => '[' + all); }");
    }

    private static List<String> said(Locator table) {
        List<String> headings = table.locator("thead th").allTextContents();
        List<String> said = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            if (table.locator("thead th").nth(column).getAttribute("data-series") != null) {
                List<String> numbers = table.locator("tbody tr > :nth-child(" + (column + 1) + ")")
                        .allTextContents();
                said.add("[" + headings.get(column) + ", "
                        + String.join(
                                ", ",
                                numbers.stream()
                                        .map(it -> it.replaceAll("[.,]", ""))
                                        .toList()));
            }
        }
        said.add("["
                + String.join(
                        " | ",
                        table.locator("tbody th").allInnerTexts().stream()
                                .map(it -> it.split("\n")[0])
                                .toList()));
        return said;
    }

    private static int colours(Locator canvas) {
        return ((Number)
                        canvas.evaluate(
                                "it => new Set(new Uint32Array(it.getContext('2d').getImageData(0, 0, it.width, it.height).data.buffer)).size"))
                .intValue();
    }

    @Test
    void leavesNoEmptyPlaceWithoutAScript() {
        try (BrowserContext window = window(how -> how.setJavaScriptEnabled(false))) {
            Page page = opened(window, PERIOD);

            assertThat(page.locator(".chart, canvas").count()).isZero();
            assertThat(page.locator("table[data-chart]").count()).isEqualTo(5);
            assertThat(page.locator("table[data-chart] tbody tr .bar-chart")
                            .first()
                            .isVisible())
                    .isTrue();
            double heading = page.locator("table[data-chart]").first().boundingBox().y;
            double above = page.locator("h2").first().boundingBox().y;
            assertThat(heading - above).isLessThan(150);
        }
    }

    @Test
    void drawsTheFirstOfManyAndSaysSo() {
        IntStream.range(0, 22).forEach(party -> Tables.asOwner()
                .sql("insert into log_figures values (?, 'WMO_ALLOCATION', ?, ?, 'PERMIT', '', ?)")
                .params(OLD.atDay(1), "00000099000000001000", "%020d".formatted(party), 100 - party)
                .update());
        AddedUp.figures(Tables.asOwner());
        try (BrowserContext window = window(UnaryOperator.identity())) {
            Page page = opened(window, "/console/figures?type=WMO_ALLOCATION&from=%1$s&until=%1$s".formatted(OLD));
            Locator canvas = page.locator(".chart canvas").nth(2);
            List<?> drawn = (List<?>) canvas.evaluate("it => Chart.getChart(it).data.datasets[0].data");

            assertThat(page.locator("table[data-chart]")
                            .nth(2)
                            .locator("tbody tr")
                            .count())
                    .isEqualTo(23);
            assertThat(drawn).hasSize(20);
            assertThat(drawn.toString()).startsWith("[1969, 100, 99, ").endsWith(", 82]");
            assertThat(page.locator("p:has(+ .chart)").allTextContents())
                    .contains("Een grafiek van de eerste twintig rijen van de tabel hieronder, die ze allemaal heeft.");
            assertThat(canvas.getAttribute("aria-label")).endsWith("de tabel hieronder, die ze allemaal heeft.");
            assertThat((List<?>) page.evaluate(CROWDED)).isEmpty();
        }
    }

    @Test
    void drawsNothingOfNothing() {
        try (BrowserContext window = window(UnaryOperator.identity())) {
            Page page = opened(window, "/console/figures?from=%1$s&until=%1$s".formatted(OLD.minusMonths(1)));

            assertThat(page.locator("table[data-chart]").count()).isPositive();
            assertThat(page.locator(".chart, canvas").count()).isZero();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void fitsAPhoneThatIsTurned() {
        try (BrowserContext window = window(how -> how.setViewportSize(900, 320))) {
            Page page = opened(window, PERIOD);
            page.setViewportSize(320, 900);
            page.waitForCondition(() -> widest(page) <= 320);

            assertThat(page.locator(".chart canvas").first().boundingBox().width)
                    .isGreaterThan(200);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= 320"))
                    .isEqualTo(true);
            assertThat((List<?>) page.evaluate(CROWDED)).isEmpty();
        }
    }

    /** Ink that is drawn stays black, so its ground stays white. */
    @Test
    void bringsItsOwnGroundWhereTheReaderChoseOtherColours() throws IOException {
        try (BrowserContext window =
                window(how -> how.setForcedColors(ForcedColors.ACTIVE).setColorScheme(ColorScheme.DARK))) {
            Page page = opened(window, PERIOD);
            Locator chart = page.locator(".chart canvas").first();

            assertThat(corner(page.locator("h2").first())).as("of the page").isEqualTo(Color.BLACK);
            assertThat(corner(chart)).isEqualTo(Color.WHITE);
        }
    }

    /** As the reader sees it. */
    private static Color corner(Locator of) throws IOException {
        return new Color(ImageIO.read(new ByteArrayInputStream(of.screenshot())).getRGB(1, 1));
    }

    @Test
    void printsWithinTheSheet() {
        try (BrowserContext window = window(UnaryOperator.identity())) {
            Page page = opened(window, PERIOD);
            double onScreen = widest(page);
            page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(onScreen).isGreaterThan(SHEET);
            assertThat(widest(page)).isLessThanOrEqualTo(SHEET);
            assertThat(page.locator(".chart canvas").first().boundingBox().height)
                    .isGreaterThan(150);
            assertThat((List<?>) page.evaluate(CROWDED)).isEmpty();

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.evaluate("() => dispatchEvent(new Event('afterprint'))");
            page.waitForCondition(() -> Math.abs(widest(page) - onScreen) < 1);
        }
    }

    /** Where the widest chart ends. */
    private static double widest(Page page) {
        return page.locator(".chart canvas").all().stream()
                .map(Locator::boundingBox)
                .mapToDouble(box -> box.x + box.width)
                .max()
                .orElseThrow();
    }

    /** Somebody who comes first gets it whole and small. */
    @Test
    void sendsTheLibraryCompressedAndOnThisPageOnly() {
        Browser browser = Browser.opened().as("operator");
        String library = "/console/assets/lib/chart.js/dist/chart.umd.min.js";

        assertThat(browser.getCompressed(library).headers().map())
                .containsAllEntriesOf(Map.of("content-encoding", List.of("gzip")));
        assertThat(browser.getCompressed(library).body().length).isLessThan(80_000);
        assertThat(browser.get("/console/figures").body()).contains(library, "/console/assets/charts.js");
        assertThat(browser.get("/console/today").body()).contains("<main").doesNotContain("chart");
    }

    private static BrowserContext window(UnaryOperator<com.microsoft.playwright.Browser.NewContextOptions> how) {
        return chromium.windowOf(Role.OPERATOR, how);
    }

    private Page opened(BrowserContext window, String path) {
        Page page = window.newPage();
        Chromium.hear(page, complaints);
        page.navigate(Chromium.origin() + path);
        return page;
    }
}

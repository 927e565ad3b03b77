package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.sluiswachter.support.AddedUp;
import nl.sluiswachter.support.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Who shares what with whom, after real traffic. */
class SharingPageTest {

    private static final YearMonth MONTH = YearMonth.now(ZoneOffset.UTC);
    private static final String HOSTILE_OIN = "00000099000000007777";
    private static final String HOSTILE =
            "=cmd|'/c calc'!A1\"</text><script>alert(1)</script>\u202Eelif & \uD83D\uDE00";
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>\\s*<th[^>]*scope=\"row\".*?</tr>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"(/console/transfers[^\"]*)\"");
    private static final Pattern TRANSFER =
            Pattern.compile("<a class=\"govuk-link\" href=\"/console/transfers/[0-9a-f-]{36}\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("cell--numeric\"[^>]*>(?:<a[^>]*>)?([0-9.]+)");

    private final Client municipality = Client.of("gemeente-wmo");
    private final Browser officer = Browser.opened().as("privacy-officer");

    @BeforeEach
    @AfterEach
    void forgetTheHostile() {
        Tables.asOwner()
                .sql("delete from log_figures where ? in (sender, receiver)")
                .param(HOSTILE_OIN)
                .update();
        AddedUp.figures(Tables.asOwner());
        Tables.asOwner()
                .sql("delete from party where oin = ?")
                .param(HOSTILE_OIN)
                .update();
    }

    @Test
    void countsWhatWasSharedAndWhatWasRefused() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        List<String> shared = line("WMO_ALLOCATION", "De Brug");
        List<String> refused = line("WELFARE_REFERRAL", "Welzijn Voorbeeld");

        municipality.transfer(Messages.allocation());
        municipality.transfer(Messages.allocation());
        municipality.dryRun(Messages.allocation());
        municipality.transfer(Messages.referral());

        assertThat(number(line("WMO_ALLOCATION", "De Brug"), 6)).isEqualTo(number(shared, 6) + 2);
        assertThat(number(line("WELFARE_REFERRAL", "Welzijn Voorbeeld"), 7)).isEqualTo(number(refused, 7) + 1);
        assertThat(line("WMO_ALLOCATION", "De Brug").get(4)).isEqualTo("Wmo 2015 art. 5.2.1 lid 2 onder a");
    }

    @Test
    void saysTheSameInPictureTableAndFile() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        municipality.transfer(Messages.allocation());
        municipality.transfer(Messages.referral());
        Tables.countFigures();
        Document picture = picture("");
        String page = page("");
        List<List<String>> file = lines("");

        assertThat(page).contains("Valt onder", ">op grond van Wmo 2015 art. 5.2.1 lid 2 onder a<");
        long shared = file.stream().mapToLong(cells -> number(cells, 6)).sum();
        long refused = file.stream().mapToLong(cells -> number(cells, 7)).sum();
        assertThat(shared).isPositive();
        assertThat(refused).isPositive();
        List<String> rows =
                ROW.matcher(table(page)).results().map(result -> result.group()).toList();
        assertThat(rows).hasSameSizeAs(file);
        assertThat(rows.stream().mapToLong(row -> numbers(row).get(0)).sum()).isEqualTo(shared);
        assertThat(rows.stream().mapToLong(row -> numbers(row).get(1)).sum()).isEqualTo(refused);
        assertThat(counts(picture, "senders", 0)).isEqualTo(shared);
        assertThat(counts(picture, "senders", 1)).isEqualTo(refused);
        assertThat(counts(picture, "receivers", 0)).isEqualTo(shared);
        assertThat(page).contains("<dd>" + shared + "</dd>", "<dd>" + refused + "</dd>");
    }

    @Test
    void pointsOutWhatIsAllowedAndNeverHappened() {
        figure("JW_BILLING", "00000099000000002300", "00000099000000001100", "PERMIT", -1);
        assertThat(unused(page("&type=JW_BILLING"))).contains("Declaratie jeugdhulp", "Jeugdhulpaanbieder");
        assertThat(texts(picture("&type=JW_BILLING"), "text")).contains("niet gebruikt");

        figure("JW_BILLING", "00000099000000002300", "00000099000000001100", "PERMIT", 4);
        assertThat(unused(page("&type=JW_BILLING"))).doesNotContain("Jeugdhulpaanbieder");
        assertThat(texts(picture("&type=JW_BILLING"), "text"))
                .doesNotContain("niet gebruikt")
                .contains("4");
        figure("JW_BILLING", "00000099000000002300", "00000099000000001100", "PERMIT", -1);
    }

    @Test
    void keepsConfidentialExchangesOutOfEverything() {
        Tables.forgetRegisters();
        assertThat(Client.of("huisarts").transfer(Messages.report()).status()).isIn(202, 403);
        Tables.countFigures();

        for (String query : List.of("", "&party=00000099000000002500", "&type=VT_REPORT")) {
            assertThat(page(query)).doesNotContain("Melding bij Veilig Thuis", "/console/rules/VT_REPORT");
            assertThat(texts(picture(query), "title")).noneMatch(title -> title.contains("Melding bij Veilig"));
            assertThat(lines(query)).noneMatch(cells -> cells.contains("VT_REPORT"));
        }
    }

    @Test
    void showsAHostileNameAsText() {
        Tables.asOwner()
                .sql(
                        "insert into party (oin, name, side, status, capacities) values (?, ?, 'PARTNER', 'ACTIVE', '{WELZIJN}')")
                .params(HOSTILE_OIN, HOSTILE)
                .update();
        figure("WELFARE_SIGNAL", HOSTILE_OIN, "00000099000000001000", "PERMIT", 3);

        assertThat(page("")).doesNotContain("<script>alert", "\u202E").contains("&lt;script&gt;");
        assertThat(officer.get("/console/figures").body())
                .doesNotContain("<script>alert", "\u202E")
                .contains("&lt;script&gt;");
        Document picture = picture("&party=" + HOSTILE_OIN);
        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(picture, "title")).anyMatch(title -> title.startsWith("=cmd") && title.contains("<script>"));
        String csv = officer.get("/console/sharing/lines.csv?" + period()).body();
        assertThat(csv).contains("\"'=cmd|'/c calc'!A1\"\"</text>").doesNotContain("\"=cmd", "\u202E");
        assertThat(officer.get("/console/figures/figures.csv?" + period()).body())
                .contains("\"'=cmd")
                .doesNotContain("\"=cmd");
    }

    @Test
    void leadsAPrivacyOfficerToTheTransfersAndNobodyElse() {
        figure("JW_ALLOCATION", "00000099000000001100", "00000099000000002300", "PERMIT", 5);
        String link =
                "/console/transfers?from=%s-01T00:00:00Z&until=%s-01T00:00:00Z&sender=00000099000000001100&receiver=00000099000000002300&exchangeType=JW_ALLOCATION&outcome=PERMIT"
                        .formatted(MONTH, MONTH.plusMonths(1));

        assertThat(table(page(""))).contains("href=\"" + link.replace("&", "&amp;") + "\"");
        assertThat(officer.get(link).statusCode()).isIn(200, 302, 303);
        assertThat(Browser.opened().as("policy-editor").get("/console/sharing").body())
                .contains("id=\"lines\"")
                .doesNotContain("/console/transfers");
        figure("JW_ALLOCATION", "00000099000000001100", "00000099000000002300", "PERMIT", -1);
    }

    /** Two rows of one sender and type: what each opens are its own, as many as it says. */
    @Test
    void eachRowOpensJustTheTransfersThatItCounts() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        municipality.transfer(Messages.allocation());
        municipality.transfer(Messages.allocation());
        municipality.transfer(Messages.allocation().text("/receiver/oin", "00000099000000002300"));
        municipality.transfer(Messages.allocation().text("/receiver/oin", "00000099000000002700"));
        Tables.countFigures();
        Browser searching = Browser.opened().as("privacy-officer").stating("AUDIT", "DOSSIER-11");

        // of all parties there may be more than the table has room for, and figures that other tests made up
        List<String> rows = Stream.of("00000099000000002300", "00000099000000002700")
                .flatMap(party -> ROW.matcher(table(page("&type=WMO_ALLOCATION&party=" + party)))
                        .results())
                .map(MatchResult::group)
                .filter(row -> LINK.matcher(row).find()) // a row without a known receiver leads nowhere
                .toList();
        assertThat(rows).hasSizeGreaterThan(1);
        for (String row : rows) {
            List<Long> told = numbers(row);
            List<String> links = LINK.matcher(row)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .toList();
            assertThat(links)
                    .hasSameSizeAs(told.stream().filter(number -> number > 0).toList());
            for (String link : links) {
                long number = told.get(link.contains("outcome=PERMIT") ? 0 : 1);
                assertThat(listed(searching, link)).as(link).isEqualTo(number);
            }
        }
    }

    @Test
    void aRowOfCapacitiesOpensThePartiesBehindIt() {
        figure("JW_ALLOCATION", "00000099000000001100", "00000099000000002300", "PERMIT", 5);

        assertThat(table(page("&by=capacity&type=JW_ALLOCATION")))
                .contains(
                        "href=\"/console/sharing?from=%s&amp;until=%s&amp;type=JW_ALLOCATION\"".formatted(MONTH, MONTH),
                        "aria-label=\"Bekijk per organisatie: ",
                        ">Bekijk per organisatie</a>")
                .doesNotContain("/console/transfers", "Open 5 keer");
        figure("JW_ALLOCATION", "00000099000000001100", "00000099000000002300", "PERMIT", -1);
    }

    @Test
    void costsTheSameFewStatementsHoweverMuchThereIs() {
        int before = Statements.ofItself(() -> page(""));
        Tables.asOwner()
                .sql(
                        """
                        insert into log_figures
                        select ?, 'CASE_CONFERENCE_SHARE', ?, '000000990000009' || lpad(n::text, 5, '0'), 'PERMIT', '', 1
                          from generate_series(1, 300) n
                        """)
                .params(LocalDate.from(MONTH.atDay(1)), HOSTILE_OIN)
                .update();
        AddedUp.figures(Tables.asOwner());
        String[] page = new String[1];
        int after = Statements.ofItself(() -> page[0] = page(""));

        assertThat(after).isEqualTo(before).isLessThanOrEqualTo(10);
        assertThat(page[0]).contains("Overige ", "rijen; die staan in het bestand");
        long shared = lines("").stream().mapToLong(cells -> number(cells, 6)).sum();
        assertThat(ROW.matcher(table(page[0]))
                        .results()
                        .mapToLong(row -> numbers(row.group()).get(0))
                        .sum())
                .isEqualTo(shared);
    }

    @Test
    void standsTogetherByCapacity() {
        figure("JW_ALLOCATION", "00000099000000001100", "00000099000000002300", "PERMIT", 5);

        assertThat(lines("&by=capacity&type=JW_ALLOCATION"))
                .anyMatch(cells ->
                        cells.get(0).equals("Gemeente (Jeugd)") && cells.get(5).equals("Jeugdhulpaanbieder"));
        assertThat(lines("&type=JW_ALLOCATION")).anyMatch(cells -> cells.get(0).equals("Gemeente Voorbeeld, Jeugd"));
        figure("JW_ALLOCATION", "00000099000000001100", "00000099000000002300", "PERMIT", -1);
    }

    @Test
    void showsOnlyWhatWasChosen() {
        figure("JW_ALLOCATION", "00000099000000001100", "00000099000000002300", "PERMIT", 5);

        assertThat(lines("&law=JEUGDWET")).isNotEmpty().allMatch(cells -> cells.get(3)
                .equals("Jeugdwet"));
        assertThat(lines("&law=JEUGDWET&party=00000099000000003000")).isEmpty();
        figure("JW_ALLOCATION", "00000099000000001100", "00000099000000002300", "PERMIT", -1);
    }

    @Test
    void isCalmWhenNothingHappened() {
        YearMonth old = MONTH.minusMonths(23);
        String page = officer.get("/console/sharing?from=%s&until=%s".formatted(old, old))
                .body();

        assertThat(page)
                .contains("In deze periode is niets gedeeld", "niet gebruikt")
                .doesNotContain("id=\"lines\"");
    }

    @Test
    void saysBesideTheFieldThatTheMonthsAreReversed() {
        HttpResponse<String> answer =
                officer.get("/console/sharing?from=%s&until=%s".formatted(MONTH, MONTH.minusMonths(2)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"until-error\"", "aria-describedby=\"until-error\"");
    }

    @ParameterizedTest
    @CsvSource({"from=x&until=2026-99", "party=x&type=x&law=x&by=x", "from=0000-01&until=9999-12", "party=%00"})
    void takesWhatNobodyKnowsAsNotChosen(String query) {
        HttpResponse<String> answer = officer.get("/console/sharing?" + query);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("value=\"x\"");
    }

    @ParameterizedTest
    @CsvSource({"operator, 403", "professional, 403", "policy-editor, 200", "privacy-officer, 200"})
    void givesItsFilesToTheSameRoles(String role, int status) {
        Browser browser = Browser.opened().as(role);

        assertThat(browser.get("/console/sharing/picture.svg").statusCode()).isEqualTo(status);
        assertThat(browser.get("/console/sharing/lines.csv").statusCode()).isEqualTo(status);
    }

    @Test
    void givesAFileThatABrowserKeepsAndDoesNotOpen() {
        HttpResponse<String> answer = officer.get("/console/sharing/picture.svg");

        assertThat(answer.headers().firstValue("Content-Type")).contains("image/svg+xml;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"sluiswachter-sharing.svg\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void saysBesideTheMonthThatItGoesNoFurtherBack() {
        assertThat(officer.get("/console/sharing?from=2020-01").body())
                .contains("id=\"from-error\"", "Die gaat 24 maanden terug")
                .doesNotContain("id=\"until-error\"");
        assertThat(page("")).doesNotContain("-error\"");
    }

    @Test
    void isInEnglishToo() {
        assertThat(Browser.inEnglish()
                        .as("policy-editor")
                        .get("/console/sharing")
                        .body())
                .contains("Who shares what with whom?", "Allowed, but did not happen");
        assertThat(Browser.inEnglish()
                        .as("policy-editor")
                        .get("/console/sharing/lines.csv")
                        .body())
                .startsWith("\uFEFF\"From\",\"");
    }

    /** How many transfers a list has, over all its pages. */
    private static long listed(Browser browser, String address) {
        String page = browser.get(address).body();
        long here = TRANSFER.matcher(page).results().count();
        Matcher next = NEXT.matcher(page);
        return next.find() ? here + listed(browser, next.group(1).replace("&amp;", "&")) : here;
    }

    /** Leaves one figure of the type; of none when it is negative. */
    private static void figure(String type, String sender, String receiver, String outcome, int transfers) {
        Tables.asOwner()
                .sql("delete from log_figures where exchange_type = ?")
                .param(type)
                .update();
        if (transfers > 0) {
            Tables.asOwner()
                    .sql("insert into log_figures values (?, ?, ?, ?, ?, '', ?)")
                    .params(LocalDate.from(MONTH.atDay(1)), type, sender, receiver, outcome, transfers)
                    .update();
        }
        AddedUp.figures(Tables.asOwner());
    }

    private static String period() {
        return "from=%s&until=%s".formatted(MONTH, MONTH);
    }

    private String page(String query) {
        HttpResponse<String> answer = officer.get("/console/sharing?" + period() + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private Document picture(String query) {
        return parsed(
                officer.get("/console/sharing/picture.svg?" + period() + query).body());
    }

    private List<List<String>> lines(String query) {
        return officer.get("/console/sharing/lines.csv?" + period() + query)
                .body()
                .lines()
                .skip(1)
                .map(line -> Arrays.asList(line.substring(1, line.length() - 1).split("\";\"", -1)))
                .toList();
    }

    /** The line of the file of this type to this receiver; zeros for none. */
    private List<String> line(String type, String receiver) {
        Tables.countFigures();
        return lines("").stream()
                .filter(cells -> cells.get(2).equals(type) && cells.get(5).contains(receiver))
                .filter(cells -> cells.get(0).equals("Gemeente Voorbeeld, Wmo"))
                .findFirst()
                .orElse(List.of("", "", "", "", "", "", "0", "0"));
    }

    private static long number(List<String> cells, int column) {
        return Long.parseLong(cells.get(column));
    }

    private static String table(String page) {
        int start = page.indexOf("id=\"lines\"");
        return page.substring(page.indexOf("<tbody", start), page.indexOf("</tbody>", start));
    }

    private static String unused(String page) {
        return page.substring(page.indexOf("id=\"unused\""));
    }

    private static List<Long> numbers(String row) {
        return NUMBER.matcher(row)
                .results()
                .map(result -> Long.parseLong(result.group(1).replace(".", "")))
                .toList();
    }

    /** What stands beside the places of a column, shared first and refused second, added up. */
    private static long counts(Document picture, String column, int part) {
        NodeList groups = picture.getElementsByTagName("g");
        return IntStream.range(0, groups.getLength())
                .mapToObj(at -> (Element) groups.item(at))
                .filter(group -> group.getAttribute("class").equals(column))
                .flatMap(group -> all(group.getElementsByTagName("text")).stream())
                .filter(text -> text.getAttribute("class").startsWith("count"))
                .map(text -> text.getTextContent().split("·"))
                .mapToLong(parts -> parts.length > part ? Long.parseLong(parts[part].replaceAll("[^0-9]", "")) : 0)
                .sum();
    }

    private static List<String> texts(Document file, String tag) {
        return all(file.getElementsByTagName(tag)).stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static List<Element> all(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(at -> (Element) nodes.item(at))
                .toList();
    }

    private static Document parsed(String file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(file)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

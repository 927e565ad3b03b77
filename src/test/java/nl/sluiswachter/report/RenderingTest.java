package nl.sluiswachter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.explanation.Paragraph;
import nl.sluiswachter.party.PlainName;
import nl.sluiswachter.report.Section.Code;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page and the PDF, whatever the names in them. */
class RenderingTest {

    private static final byte[] PROOF = "{\"format\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    private static final String HOSTILE =
            "</td></style><script>alert(1)</script><img src=\"file:///etc/hostname\" onerror='x'/> & ]]> <!-- \u0000\u0001"
                    + " \u202Eelif\u202C \u05D0\u05D1 \uD83D\uDE00 \uD83D";

    @Test
    void whatIsNotOursStaysText() throws Exception {
        Document page = parsed(HtmlReport.of(page(HOSTILE, Language.NL)));

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("li").item(1).getTextContent())
                .contains("<script>alert(1)</script>", "<!-- ", "& ]]>");
    }

    @Test
    void aNameLosesWhatIsNotSeenAndWhatIsTooLong() {
        assertThat(PlainName.of("De\u202E Brug\n\u2066x\u0000\uD83D")).isEqualTo("De Brug x");
        assertThat(PlainName.of("a".repeat(65_536))).hasSize(120);
        assertThat(PlainName.of("Zorg \uD83D\uDE00")).isEqualTo("Zorg \uD83D\uDE00");
    }

    @Test
    void theHeadingsAndTablesLeadTheWay() throws Exception {
        Document page = parsed(HtmlReport.of(page("De Brug", Language.EN)));

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("main").getLength()).isEqualTo(1);
        NodeList headers = page.getElementsByTagName("th");
        assertThat(headers.getLength()).isPositive();
        for (int i = 0; i < headers.getLength(); i++) {
            assertThat(((Element) headers.item(i)).getAttribute("scope")).isIn("col", "row");
        }
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("link").getLength()).isZero();
    }

    @Test
    void aHeadingStandsOnceAboveWhatGoesOnUnderIt() throws Exception {
        ReportPage page = page("De Brug", Language.NL);
        Section shared = page.sections().get(1);
        Item item = shared.items().get(0);
        Paragraph why = new Paragraph("Dit ging niet mee over u", List.of("Reden."), List.of("naam"));
        Paragraph other = new Paragraph("Dit ging niet mee over u", List.of("Een andere reden."), List.of("adres"));
        Item twice = Item.of(item.at(), item.heading(), item.sentences(), List.of(why, other));
        ReportPage told = new ReportPage(
                page.language(),
                page.title(),
                page.description(),
                page.labels(),
                page.opening(),
                List.of(Section.items(Code.SHARED, shared.heading(), List.of(), List.of(twice))));

        Document document = parsed(HtmlReport.of(told));

        assertThat(document.getElementsByTagName("h4").getLength()).isOne();
        assertThat(document.getDocumentElement().getTextContent())
                .contains("Reden.", "naam", "Een andere reden.", "adres");
    }

    @Test
    void thePdfSaysTheSameAsThePage() throws IOException {
        try (PDDocument pdf = pdf(page("De Brug", Language.NL))) {
            String text = new PDFTextStripper().getText(pdf);

            assertThat(text).contains("Een titel", "van De Brug aan De Linde", "naam van de Brug", "1 / 1");
        }
    }

    @Test
    void thePdfIsTaggedInItsLanguageAndHasTheProofWithIt() throws IOException {
        try (PDDocument pdf = pdf(page("De Brug", Language.EN))) {
            PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();

            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(names.getEmbeddedFiles()
                            .getNames()
                            .get(PdfReport.ATTACHMENT)
                            .getEmbeddedFile()
                            .toByteArray())
                    .isEqualTo(PROOF);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Een titel");
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
        }
    }

    @Test
    void aHostileNameMakesNothingButText() throws IOException {
        try (PDDocument pdf = pdf(page(HOSTILE, Language.NL))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<script>alert(1)</script>");
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(pdf.getDocumentCatalog().getNames().getJavaScript()).isNull();
            assertThat(pdf.getPage(0).getAnnotations()).isEmpty();
        }
    }

    @Test
    void takesALongTextAndManyPages() throws IOException {
        try (PDDocument pdf = pdf(page("lang ".repeat(13_000), Language.NL))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
        }
        try (PDDocument pdf = pdf(page("x".repeat(65_536), Language.NL))) {
            assertThat(pdf.getNumberOfPages()).isPositive();
        }
    }

    private static PDDocument pdf(ReportPage page) throws IOException {
        return Loader.loadPDF(PdfReport.of(HtmlReport.of(page), PROOF));
    }

    private static Document parsed(byte[] html) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new ByteArrayInputStream(html)));
    }

    private static ReportPage page(String name, Language language) {
        Item item = new Item(
                Instant.EPOCH,
                "van " + name + " aan De Linde",
                Optional.of(new Item.Number(new UUID(0, 7), "Nummer van dit bericht: 7")),
                List.of("Een zin over " + name + "."),
                List.of(new Paragraph("Dit ging mee over u", List.of(), List.of("naam van de Brug", name))));
        Section table = new Section(
                Code.SUMMARY,
                "In het kort",
                List.of(),
                List.of(new Section.Row(List.of("Wie", "Wat")), new Section.Row(List.of(name, "iets"))),
                List.of());
        return new ReportPage(
                language,
                "Een titel",
                "Een overzicht",
                List.of(new ReportPage.Label("Gemaakt door", name)),
                List.of("Een begin."),
                List.of(table, Section.items(Code.SHARED, "Wat er is gedeeld", List.of(), List.of(item))));
    }
}

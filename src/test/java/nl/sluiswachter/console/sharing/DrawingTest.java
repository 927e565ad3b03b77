package nl.sluiswachter.console.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.console.figures.Scope;
import nl.sluiswachter.console.figures.ScopeForm;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.sharing.Picture.Box;
import nl.sluiswachter.kernel.Oin;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The picture, and the file that is made of it. */
class DrawingTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final Scope SCOPE =
            new Scope(MONTH, MONTH, Optional.empty(), Optional.empty(), Optional.empty(), FormErrors.none());
    private static final Links NONE = new Links(SCOPE, false, false, true);
    private static final String HOSTILE = "</text></svg><script>alert(1)</script>\" onload=\"x ]]> &amp; \u05D0\u05D1";

    private final List<ExchangeType> types = LAW.types().values().stream()
            .filter(type -> !LAW.isConfidential(type.id()))
            .sorted(Comparator.comparing(ExchangeType::id))
            .toList();

    @Test
    void staysReadableWithSixtyPartiesAndEveryType() throws Exception {
        Random random = new Random(7);
        List<Line> lines = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            ExchangeType type = types.get(random.nextInt(types.size() - 6));
            long weight = (long) Math.exp(random.nextDouble() * 7);
            lines.add(line(party(random.nextInt(60)), type, party(random.nextInt(60)), weight, weight / 9));
        }
        types.forEach(type -> lines.add(line(party(0), type, party(1), 0, 0).loose()));
        Picture picture = Drawing.of(lines, NONE);

        assertThat(picture.from()).hasSize(12);
        assertThat(picture.to()).hasSize(12);
        assertThat(picture.types()).hasSizeLessThanOrEqualTo(40);
        List.of(picture.from(), picture.types(), picture.to()).forEach(column -> {
            List<Box> sorted =
                    column.stream().sorted(Comparator.comparingInt(Box::y)).toList();
            for (int at = 1; at < sorted.size(); at++) {
                Box above = sorted.get(at - 1);
                assertThat(sorted.get(at).y()).isGreaterThanOrEqualTo(above.y() + above.height());
            }
            assertThat(sorted.get(sorted.size() - 1).y()).isLessThan(picture.height());
        });
        assertThat(sum(picture.from())).isEqualTo(sum(picture.types())).isEqualTo(decided(lines));
        assertThat(picture.to().stream().mapToLong(Box::permitted).sum())
                .isEqualTo(lines.stream().mapToLong(Line::permitted).sum());
        assertThat(file(picture)).contains("viewBox=\"0 0 1280 " + picture.height() + "\"");
        assertThat(document(picture).getElementsByTagName("path").getLength())
                .isEqualTo(picture.ribbons().size());
    }

    @Test
    void letsARefusalEndAtItsType() {
        Picture picture = Drawing.of(List.of(line(party(0), types.get(0), party(1), 0, 3)), NONE);

        assertThat(picture.to()).isEmpty();
        assertThat(picture.ribbons()).singleElement().satisfies(ribbon -> {
            assertThat(ribbon.kind()).isEqualTo("refused");
            assertThat(ribbon.times()).isEqualTo(3);
        });
    }

    @Test
    void showsWhatWasNotUsedWithoutALine() {
        Picture picture =
                Drawing.of(List.of(line(party(0), types.get(0), party(1), 0, 0).loose()), NONE);

        assertThat(picture.ribbons()).isEmpty();
        assertThat(picture.types()).singleElement().satisfies(box -> assertThat(box.css())
                .endsWith(" ghost"));
    }

    @Test
    void drawsFewOfWhatWasNotUsedAndSaysHowManyMoreTheTableHas() throws Exception {
        List<Line> lines = new ArrayList<>(List.of(line(party(0), types.get(0), party(1), 5, 1)));
        types.stream()
                .skip(1)
                .forEach(type -> lines.add(line(party(0), type, party(1), 0, 0).loose()));
        int unused = types.size() - 1;

        Picture picture = Drawing.of(lines, NONE);

        assertThat(unused).isGreaterThan(20);
        assertThat(picture.types()).hasSize(1 + 8 + 1);
        assertThat(picture.types())
                .filteredOn(box -> box.others() > 0)
                .singleElement()
                .satisfies(box -> assertThat(box.others()).isEqualTo(unused - 8));
        assertThat(picture.height()).isLessThan(1_200);
        assertThat(texts(document(picture).getElementsByTagName("text")))
                .contains("Nog %d soorten, zie de tabel op de pagina".formatted(unused - 8));
        assertThat(texts(document(picture).getElementsByTagName("desc")))
                .singleElement()
                .asString()
                .contains("noemen wat niet is gebruikt volledig");
    }

    @Test
    void drawsAllThatWasNotUsedWhereItIsLittle() {
        List<Line> lines = types.stream()
                .limit(9)
                .map(type -> line(party(0), type, party(1), 0, 0).loose())
                .toList();

        assertThat(Drawing.of(lines, NONE).types()).hasSize(9).allMatch(box -> box.others() == 0);
    }

    @Test
    void aNameIsTextAndNothingElse() throws Exception {
        End hostile = new End("00000099000000007777", HOSTILE, Optional.empty());
        Document file = document(Drawing.of(List.of(line(hostile, types.get(0), hostile, 2, 1)), NONE));

        assertThat(file.getElementsByTagName("script").getLength()).isZero();
        assertThat(file.getElementsByTagName("a").getLength()).isZero();
        assertThat(texts(file.getElementsByTagName("title"))).contains(HOSTILE);
    }

    private static Document document(Picture picture) throws Exception {
        return parsed(file(picture));
    }

    static Document parsed(String file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(file)));
    }

    static String file(Picture picture) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("console/words");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(resolver);
        templates.setTemplateEngineMessageSource(words);
        SharingView view = new SharingView(
                new ScopeForm(
                        List.of(), List.of(), List.of(), List.of(), List.of(), FormErrors.none(), "november 2026", ""),
                false,
                new SharingView.Sum(1, 2, 3, 4, 5, 6),
                picture,
                List.of(),
                new SharingView.Rest(0, 0, 0),
                List.of(),
                false);
        Map<String, Object> model =
                Map.of("view", view, "style", PictureStyle.read().text());
        return templates.process("console/sharing-file", new Context(Locale.forLanguageTag("nl"), model));
    }

    private static List<String> texts(NodeList nodes) {
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            texts.add(nodes.item(at).getTextContent());
        }
        return texts;
    }

    private static long sum(List<Box> boxes) {
        return boxes.stream().mapToLong(box -> box.permitted() + box.refused()).sum();
    }

    private static long decided(List<Line> lines) {
        return lines.stream().mapToLong(Line::decided).sum();
    }

    private static End party(int number) {
        Oin oin = new Oin("0000009900000000%04d".formatted(number));
        return new End(oin.value(), "Organisatie met een lange naam " + number, Optional.of(oin));
    }

    private static Line line(End from, ExchangeType type, End to, long permitted, long refused) {
        return new Line(
                from,
                type.id(),
                type.title().nl(),
                Optional.of(type.rules().get(0).law()),
                type.rules().get(0).article(),
                to,
                true,
                permitted,
                refused);
    }
}

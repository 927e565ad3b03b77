package nl.sluiswachter.console.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.transfer.DecisionImage;
import nl.sluiswachter.transfer.ImageOf;
import nl.sluiswachter.transfer.JudgedCases;
import nl.sluiswachter.transfer.JudgedCases.Judged;
import nl.sluiswachter.transfer.Outcome;
import nl.sluiswachter.transfer.Question;
import nl.sluiswachter.transfer.Supposition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.ui.ConcurrentModel;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * "Mag ik dit delen?" answers as the path decides: every case of the law that the form can ask is asked by the form, and comes
 * out the same.
 */
class ShareCasesTest {

    /** So that this cannot become a test of nothing; what can be asked now is reported. */
    private static final int AT_LEAST = 165;

    /** A case, asked by the form. */
    private record Asking(Judged judged, MultiValueMap<String, String> form, Supposition supposition) {

        Outcome outcome() {
            return image().outcome();
        }

        DecisionImage image() {
            return ImageOf.decision(supposition.decide(judged.law(), judged.at()));
        }
    }

    private static List<Asking> askings;

    @BeforeAll
    static void asksEveryCaseThatTheFormCanAsk() {
        askings = JudgedCases.all()
                .flatMap(judged -> asking(judged).stream())
                .filter(ShareCasesTest::isTheSameQuestion)
                .toList();
    }

    @Test
    void answersEveryCaseAsThePathDecidedIt() {
        List<String> different = new ArrayList<>();
        for (Asking asking : askings) {
            Outcome real = asking.judged().image().outcome();
            Outcome told = asking.outcome();
            Catalogue law = asking.judged().law();
            if (real.permit() != told.permit()
                    || !real.failures().equals(told.failures())
                    || !fields(real.removed(), law).equals(fields(told.removed(), law))) {
                different.add(asking.judged().name() + "\n  path:    " + real + "\n  console: " + told);
            }
        }

        assertThat(different).as(different.size() + " of " + askings.size()).isEmpty();
    }

    @Test
    void thePageSaysYesWhereThePathPermitsAndNoWhereItRefuses() {
        for (Asking asking : askings) {
            ShareView.Answer answer = page(asking);

            assertThat(answer.permit())
                    .as(asking.judged().name())
                    .isEqualTo(asking.judged().decided().isPermit());
        }
    }

    @Test
    void asksEnoughCasesOfEnoughKindsToProveIt(TestReporter reporter) {
        reporter.publishEntry(
                "cases that the form can ask",
                askings.size() + " of " + JudgedCases.all().count());

        assertThat(askings).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        assertThat(askings.stream().filter(asking -> asking.judged().decided().isPermit()))
                .hasSizeGreaterThanOrEqualTo(AT_LEAST / 4);
        assertThat(askings.stream().filter(asking -> !asking.judged().decided().isPermit()))
                .hasSizeGreaterThanOrEqualTo(AT_LEAST / 4);
        assertThat(askings.stream()
                        .map(asking -> asking.judged().image().exchangeType())
                        .collect(Collectors.toSet()))
                .contains("WMO_HEALTH_INFO_REQUEST", "VT_REPORT", "WMO_ALLOCATION")
                .hasSizeGreaterThanOrEqualTo(20);
    }

    /** The members of a field are its values: of those nothing is asked. */
    private static Set<Outcome.Trace> fields(Set<Outcome.Trace> traces, Catalogue law) {
        return traces.stream()
                .filter(trace -> law.fields().containsKey(trace.path().replace("dataItems.", "")))
                .collect(Collectors.toSet());
    }

    private static ShareView.Answer page(Asking asking) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("console/words");
        words.setDefaultEncoding("UTF-8");
        ConcurrentModel model = new ConcurrentModel();
        new ShareController(
                        () -> asking.judged().law(),
                        words,
                        Clock.fixed(asking.judged().at(), ZoneOffset.UTC))
                .ask(asking.form(), Locale.forLanguageTag("nl"), model);
        return ((ShareView) model.getAttribute("view")).answer();
    }

    /** Nothing that counts for this case is lost when the form asks it. */
    private static boolean isTheSameQuestion(Asking asking) {
        Catalogue law = asking.judged().law();
        return Question.of(asking.judged().image(), law).equals(Question.of(asking.image(), law));
    }

    private static Optional<Asking> asking(Judged judged) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(judged.form());
        return Asked.read(form, judged.law()).supposition().map(supposition -> new Asking(judged, form, supposition));
    }
}

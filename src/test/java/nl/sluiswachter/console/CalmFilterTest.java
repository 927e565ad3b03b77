package nl.sluiswachter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.sluiswachter.console.signin.OfficerAuthentication;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.search.NoTurn;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Whatever happens behind it, a reader sees a page that says what to do. */
class CalmFilterTest {

    @Test
    void saysThatItIsBusyWhereASearchHadNoTurn() throws Exception {
        RuntimeException failure = NoTurn.failure();
        MockHttpServletResponse response = new MockHttpServletResponse();

        new CalmFilter(page(), found -> {}).doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
            throw failure;
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString()).contains("Het is nu te druk");
    }

    @Test
    void showsTheMenuOnlyWhereNothingIsBrokenBehindIt() throws Exception {
        assertThat(shown(new NotHere())).contains("class=\"menu\"", "/console/rules", "Iemand");
        assertThat(shown(new IllegalStateException()))
                .contains("Er ging iets mis aan onze kant")
                .doesNotContain("class=\"menu\"", "Iemand");
    }

    /** What somebody sees whom the session named. */
    private static String shown(RuntimeException failure) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        Officer officer = new Officer("iemand", "Iemand", Set.of(Role.PROFESSIONAL), Instant.EPOCH);
        request.setAttribute(OfficerAuthentication.class.getName() + ".found", officer);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new CalmFilter(page(), found -> {}).doFilter(request, response, (asked, answer) -> {
            throw failure;
        });
        return response.getContentAsString();
    }

    @Test
    void raisesTheAlarmAboutAnEntryThatWasDamaged() throws Exception {
        List<LogDamaged> raised = new ArrayList<>();
        MockHttpServletResponse response = new MockHttpServletResponse();

        new CalmFilter(page(), raised::add).doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
            throw new ServletException(new LogDamaged(3, 7, null));
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("Deze aantekening is beschadigd", "href=\"/console/log\"");
        assertThat(raised).singleElement().satisfies(found -> {
            assertThat(found.shard()).isEqualTo(3);
            assertThat(found.position()).isEqualTo(7);
        });
    }

    @Test
    void endsNoPageOfWhichPartHasLeft() {
        assertThatThrownBy(() -> new CalmFilter(page(), found -> {})
                        .doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, answer) -> {
                            answer.flushBuffer();
                            throw new IllegalStateException();
                        }))
                .isInstanceOf(IOException.class);
    }

    @ExtendWith(OutputCaptureExtension.class)
    @Test
    void tellsInOneLineOfAReaderWhoHungUp(CapturedOutput output) throws Exception {
        new CalmFilter(page(), found -> {})
                .doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, answer) -> {
                    answer.flushBuffer();
                    throw new IllegalStateException(new ClientAbortException(new IOException("Broken pipe")));
                });

        assertThat(output).doesNotContain("A page of the console failed", "Broken pipe", "\tat ");
    }

    private static CalmPage page() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("console/words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(words);
        return new CalmPage(engine, new FixedLocaleResolver(Locale.forLanguageTag("nl")), false);
    }
}

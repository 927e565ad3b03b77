package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever adds a page adds its address or the way to it: else no test looks at its frames, its texts and its time. */
class ConsoleWaysTest {

    /** Nothing of its own to see, or seen by tests of its own. */
    private static final Set<String> APART = Set.of(
            "/console", // leads on
            "/console/sign-in", // ConsoleTest and ProviderSignInTest
            "/console/sign-in/provider",
            "/console/signed-out",
            "/console/transfers/newer", // part of a page
            "/console/work/{id}/progress",
            "/console/figures/figures.csv", // a file, or the page of the figures
            "/console/rules/versions/{version}/approval/{work}"); // BrowserSignatureTest and VersionsPageTest

    private final AntPathMatcher matcher = new AntPathMatcher();

    @BeforeAll
    static void sow() {
        ConsoleSeeds.sow();
    }

    @Test
    void lookAtEveryPageThereIs() {
        Set<String> pages = pages();
        Set<String> reached = ConsoleWay.all()
                .map(way -> way.to(way.opened()).replaceAll("\\?.*", ""))
                .map(path -> page(pages, path))
                .collect(Collectors.toSet());

        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(reached).isEqualTo(pages);
    }

    /** The one that answers: of several that fit the most exact. */
    private String page(Set<String> pages, String path) {
        return pages.stream()
                .filter(page -> matcher.match(page, path))
                .min(matcher.getPatternComparator(path))
                .orElseThrow();
    }

    /** What is asked for and answered with a page, as the gateway knows it. */
    private static Set<String> pages() {
        return RunningGateway.shared().bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(mapping ->
                        mapping.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(mapping -> mapping.getValue().getMethod().getReturnType() != ResponseEntity.class)
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream())
                .filter(path -> path.startsWith("/console") && !APART.contains(path))
                .collect(Collectors.toSet());
    }
}

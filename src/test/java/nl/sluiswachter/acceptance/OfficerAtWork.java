package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** A privacy officer who has said why they look. */
final class OfficerAtWork {

    /** How the demo calls them. */
    static final String ID = "demo-privacy-officer";

    /** And to whoever reads Dutch. */
    static final String NAME = "Privacyfunctionaris";

    private final Browser browser;

    private OfficerAtWork(Browser browser) {
        this.browser = browser;
    }

    static OfficerAtWork on(String ground) {
        return on(ground, Browser.opened());
    }

    static OfficerAtWork on(String ground, Browser browser) {
        OfficerAtWork officer = new OfficerAtWork(browser.as("privacy-officer"));
        officer.submit(
                "/console/ground",
                "/console/ground",
                Map.of("ground", ground, "reference", "INZAGE-2026-014", "to", "/console"));
        return officer;
    }

    HttpResponse<String> get(String path) {
        return browser.get(path);
    }

    /** Fills in the form of this page and sends it. */
    HttpResponse<String> submit(String page, String to, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("_csrf", Browser.token(browser.get(page)));
        return browser.post(to, all);
    }

    /** As {@link #submit}, and where that leads. */
    String leads(String page, String to, Map<String, String> form) {
        HttpResponse<String> answer = submit(page, to, form);
        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/console"));
    }
}

package nl.sluiswachter.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.sluiswachter.console.signin.ConsolePolicy;
import nl.sluiswachter.console.signin.OfficerAuthentication;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A page that needs no database, no session and nobody: what happened and what to do. Where the session had named somebody before
 * they were turned away, what stands around every page stands around this one too, so that it is no dead end.
 */
final class CalmPage {

    private static final String RETRY_SECONDS = "5";

    private final ITemplateEngine templates;
    private final LocaleResolver locales;
    private final boolean demo;

    /** @param demo whether it says that this is the demo, as every page there does */
    CalmPage(ITemplateEngine templates, LocaleResolver locales, boolean demo) {
        this.templates = templates;
        this.locales = locales;
        this.demo = demo;
    }

    /**
     * Replaces whatever the answer was going to be.
     *
     * @throws IOException also when part of that has left already: it cuts the connection, and nobody takes that part for the whole
     */
    void show(HttpServletRequest request, HttpServletResponse response, CalmFilter.Calamity calamity)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("An answer of the console broke off");
        }
        response.resetBuffer();
        ConsolePolicy.set(response);
        response.setStatus(calamity.status());
        response.setHeader("Cache-Control", "no-store");
        if (calamity.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        Context words = words(request, calamity);
        byte[] page = templates.process("console/calm", words).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private Context words(HttpServletRequest request, CalmFilter.Calamity calamity) {
        Locale locale = locales.resolveLocale(request);
        Map<String, Object> words = new HashMap<>(Map.of("calamity", calamity, "demo", demo));
        OfficerAuthentication.foundFor(request)
                .filter(officer -> !calamity.ours()) // what is broken here may be behind every link
                .ifPresent(officer -> words.put("shell", shell(officer, request, locale)));
        return new Context(locale, words);
    }

    /** With the start in the other language: this page is made before anybody looks which language its address asks for. */
    private Shell shell(Officer officer, HttpServletRequest request, Locale locale) {
        String other = Destination.HOME + "?lang=" + ShellAdvice.otherThan(locale);
        ConsolePage here = ConsolePage.at(request.getServletPath()).orElse(null);
        return new Shell(officer, ConsolePage.openTo(officer.roles()), here, null, demo, other);
    }
}

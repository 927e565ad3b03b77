package nl.sluiswachter.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.signin.KeptForms;
import nl.sluiswachter.console.signin.OfficerAuthentication;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what stands around it. */
@ControllerAdvice
class ShellAdvice {

    private final boolean demo;

    ShellAdvice(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, Locale locale) {
        Optional<Officer> officer = OfficerAuthentication.signedIn();
        List<ConsolePage> pages =
                officer.map(known -> ConsolePage.openTo(known.roles())).orElse(List.of());
        return new Shell(
                officer.orElse(null),
                pages,
                ConsolePage.at(request.getServletPath()).orElse(null),
                officer.flatMap(known -> StatedGround.of(request)).orElse(null),
                demo,
                inLanguage(request, otherThan(locale)));
    }

    static String otherThan(Locale locale) {
        return locale.getLanguage().equals("en") ? "nl" : "en";
    }

    /** The same page, with what was asked of it; where a form was not taken, the page of that form with what was filled in. */
    private static String inLanguage(HttpServletRequest request, String language) {
        String query = request.getMethod().equals("GET") ? asked(request) : KeptForms.NOT_TAKEN;
        return Destination.page(request.getServletPath()) + "?" + query + (query.isEmpty() ? "" : "&") + "lang="
                + language;
    }

    private static String asked(HttpServletRequest request) {
        return request.getQueryString() == null
                ? ""
                : request.getQueryString().replaceAll("(^|&)lang=[^&]*", "").replaceAll("^&", "");
    }

    /** Who does this, on a page that nobody sees who is not signed in. */
    @ModelAttribute
    void officer(org.springframework.ui.Model model) {
        OfficerAuthentication.signedIn().ifPresent(officer -> model.addAttribute("officer", officer));
    }
}

package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInController {

    private final Reception reception;
    private final OfficerInSession officers;
    private final MessageSource messages;

    SignInController(Reception reception, OfficerInSession officers, MessageSource messages) {
        this.reception = reception;
        this.officers = officers;
        this.messages = messages;
    }

    /** What the page offers. */
    record View(boolean demo, boolean provider, boolean failed, List<Role> roles, String to) {}

    @GetMapping("/console/sign-in")
    String show(
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "failed", required = false) String failed,
            Model model) {
        List<Role> roles = reception.demo() ? List.of(Role.values()) : List.of();
        model.addAttribute(
                "view", new View(reception.demo(), reception.provider(), failed != null, roles, Destination.safe(to)));
        return "console/sign-in";
    }

    /** On to the provider of identities, and from there to where somebody wanted to be. */
    @GetMapping("/console/sign-in/provider")
    String provider(@RequestParam(name = "to", required = false) String to, HttpServletRequest request) {
        Destination.keep(request, to);
        return "redirect:" + Provider.AWAY + "/" + Provider.NAME;
    }

    /** The demo's way in; anywhere else the reception refuses. */
    @PostMapping("/console/sign-in")
    String signIn(
            @RequestParam("role") String claim,
            @RequestParam(name = "to", required = false) String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Role role = Role.of(claim).orElse(Role.PROFESSIONAL);
        Officer officer = reception.example(role, messages.getMessage("role." + role.claim(), null, locale));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new OfficerAuthentication(officer));
        SecurityContextHolder.setContext(context);
        officers.saveContext(context, request, response);
        return "redirect:" + Destination.safe(to);
    }

    @PostMapping("/console/sign-out")
    String signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return "redirect:/console/signed-out";
    }

    @GetMapping("/console/signed-out")
    String signedOut() {
        return "console/signed-out";
    }
}

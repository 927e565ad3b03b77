package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.form.FormErrors;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInController {

    private final Reception reception;
    private final OfficerInSession officers;
    private final KeptForms forms;
    private final MessageSource messages;

    SignInController(Reception reception, OfficerInSession officers, KeptForms forms, MessageSource messages) {
        this.reception = reception;
        this.officers = officers;
        this.forms = forms;
        this.messages = messages;
    }

    /**
     * What the page offers.
     *
     * @param odd whether the provider knows somebody by what cannot be written down here
     * @param again whether somebody who is signed in has to prove once more who they are
     */
    record View(
            boolean demo,
            boolean provider,
            boolean failed,
            boolean odd,
            boolean again,
            List<Role> roles,
            String to,
            FormErrors errors) {}

    @GetMapping("/console/sign-in")
    String show(
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "failed", required = false) String failed,
            @RequestParam(name = "subject", required = false) String subject,
            @RequestParam(name = "again", required = false) String again,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            Model model) {
        return page(failed != null, subject != null, again, to, errors, model);
    }

    private String page(boolean failed, boolean odd, String again, String to, FormErrors errors, Model model) {
        List<Role> roles = reception.demo() ? roles(again) : List.of();
        model.addAttribute(
                "view",
                new View(
                        reception.demo(),
                        reception.provider().isPresent(),
                        failed,
                        odd,
                        again != null,
                        roles,
                        Destination.safe(to),
                        errors));
        return "console/sign-in";
    }

    /** On to the provider of identities, and from there to where somebody wanted to be. */
    @GetMapping("/console/sign-in/provider")
    String provider(
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "again", required = false) String again) {
        reception.provider().ifPresent(Provider::requireAnswer);
        String back = URLEncoder.encode(Destination.safe(to), StandardCharsets.UTF_8);
        return "redirect:" + Provider.AWAY + "/" + Provider.NAME + "?to=" + back + (again == null ? "" : "&again");
    }

    /** The demo's way in; anywhere else there is none. Who has to prove once more who they are, is nobody else. */
    @PostMapping("/console/sign-in")
    String signIn(
            @RequestParam(name = "role", defaultValue = "") String claim,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "again", required = false) String again,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        if (!reception.demo()) {
            throw new NotHere();
        }
        Optional<Role> role = Role.of(claim).or(() -> errors.add("role", "sign-in.error.role"));
        if (role.isEmpty()) {
            return page(false, false, again, to, errors, model);
        }
        if (!roles(again).contains(role.get())) {
            return "redirect:" + ToSignIn.address(Destination.safe(to), "again&failed");
        }
        Officer officer = entered(role.get(), request, response, locale);
        forms.flag(officer.id(), Destination.safe(to), request);
        return "redirect:" + Destination.safe(to);
    }

    private Officer entered(Role role, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Officer officer = reception.example(role, messages.getMessage("role." + role.claim(), null, locale));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new OfficerAuthentication(officer));
        SecurityContextHolder.setContext(context);
        officers.saveContext(context, request, response);
        return officer;
    }

    /** All, but for somebody who is to prove once more who they are. */
    private static List<Role> roles(String again) {
        return OfficerAuthentication.signedIn()
                .filter(officer -> again != null)
                .map(officer -> Arrays.stream(Role.values())
                        .filter(officer.roles()::contains)
                        .toList())
                .orElse(List.of(Role.values()));
    }

    /**
     * Here first, whatever becomes of the rest. The browser goes on to the provider by a page of its own: what a form leads to has to
     * be here, by the policy of the page it is on.
     */
    @PostMapping("/console/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response, Model model) {
        HttpSession session = request.getSession(false);
        Optional<String> token = Optional.ofNullable(session).flatMap(ProviderSignOut::token);
        if (session != null) {
            forms.forgetNotTaken(session);
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return token.flatMap(shown -> reception.provider().flatMap(at -> ProviderSignOut.address(at, shown, request)))
                .map(address -> further(address, response, model))
                .orElse("redirect:/console/signed-out");
    }

    private static String further(String address, HttpServletResponse response, Model model) {
        response.setHeader("Refresh", "0;url=" + address);
        model.addAttribute("further", address);
        return "console/signing-out";
    }

    @GetMapping("/console/signed-out")
    String signedOut() {
        return "console/signed-out";
    }
}

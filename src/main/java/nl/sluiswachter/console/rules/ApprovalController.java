package nl.sluiswachter.console.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.activation.ActivationRefused;
import nl.sluiswachter.activation.ApprovalDesk;
import nl.sluiswachter.catalogue.Approval;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.console.AddressId;
import nl.sluiswachter.console.Detour;
import nl.sluiswachter.console.Download;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.signin.Fresh;
import nl.sluiswachter.console.signin.KeptForm;
import nl.sluiswachter.console.work.WorkResult;
import nl.sluiswachter.console.work.Works;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes an officer's approval, signed with the officer's own key, which never comes here. The sign-in gives the right to hand one
 * in; who approved says the signature alone, so that nobody counts twice by coming another way.
 */
@Controller
class ApprovalController {

    static final String VERSION = "version";
    static final String REHEARSAL = "rehearsal";
    static final String NOT_COVERED = "notCovered";

    private static final String PATH = "/console/rules/versions/{version}/approval/{work}";
    private static final int LONGEST = 2_000;

    private final ApprovalDesk desk;
    private final VersionPage page;
    private final Works works;
    private final Officers officers;
    private final Clock clock;

    ApprovalController(ApprovalDesk desk, VersionPage page, Works works, Officers officers, Clock clock) {
        this.desk = desk;
        this.page = page;
        this.works = works;
        this.officers = officers;
        this.clock = clock;
    }

    /** What was handed in, or asked for. */
    private record Asked(String key, String at, String signature) {}

    @GetMapping(PATH)
    String show(
            @ModelAttribute("officer") Officer officer,
            @PathVariable("work") String work,
            @RequestParam(name = "key", defaultValue = "") String key,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        WorkResult review = review(officer, work);
        Asked asked = KeptForm.sentTo(request.getServletPath(), model)
                .filter(form -> key.isEmpty() || key.equals(form.text("key")))
                .map(form -> new Asked(form.text("key"), form.text("at"), "")) // what was signed
                .orElseGet(() -> new Asked(
                        key, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), ""));
        return form(review, work, asked, errors, locale, model);
    }

    /** The text to sign, to the letter. */
    @GetMapping(PATH + "/statement")
    ResponseEntity<byte[]> statement(
            @ModelAttribute("officer") Officer officer,
            @PathVariable("work") String work,
            @RequestParam("key") String key,
            @RequestParam("at") String at) {
        byte[] text = toSign(review(officer, work), new Asked(key, at, ""))
                .orElseThrow(NotHere::new)
                .statement();
        return Download.of("approval.txt", "text/plain", text);
    }

    @Fresh
    @PostMapping(PATH)
    String approve(
            @ModelAttribute("officer") Officer officer,
            @PathVariable("work") String work,
            @RequestParam("key") String key,
            @RequestParam("at") String at,
            @RequestParam(name = "signature", defaultValue = "") String signature,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            Locale locale,
            Model model) {
        WorkResult review = review(officer, work);
        Asked asked = new Asked(key, at, signature.strip());
        Optional<byte[]> bytes = bytes(asked.signature()).or(() -> errors.add("signature", "approval.error.signature"));
        Optional<Approval> unsigned = toSign(review, asked).or(() -> errors.add("signature", "approval.error.key"));
        try {
            if (errors.isEmpty()) {
                desk.take(unsigned.orElseThrow().signed(bytes.orElseThrow()));
                return "redirect:" + VersionName.page(review.facts().get(VERSION));
            }
            return form(review, work, asked, errors, locale, model);
        } catch (ActivationRefused e) {
            errors.add("signature", "approval.error.refused", e.getMessage());
            return form(review, work, asked, errors, locale, model);
        }
    }

    private String form(WorkResult review, String work, Asked asked, FormErrors errors, Locale locale, Model model) {
        String version = review.facts().get(VERSION);
        Optional<Approval> toSign = toSign(review, asked);
        model.addAttribute(
                "view",
                new ApprovalView(
                        VersionName.brief(version),
                        work,
                        desk.rehearsal(version, review.facts().get(REHEARSAL))
                                .map(summary -> page.rehearsal(summary, locale))
                                .orElseThrow(() ->
                                        new Detour(VersionName.page(version) + "?" + VersionsController.OVERTAKEN)),
                        Boolean.parseBoolean(review.facts().get(NOT_COVERED)),
                        keys(),
                        asked.key(),
                        asked.at(),
                        toSign.map(one -> new String(one.statement(), StandardCharsets.UTF_8))
                                .orElse(""),
                        asked.signature(),
                        errors));
        return "console/approval";
    }

    private List<String> keys() {
        return officers.all().stream()
                .map(nl.sluiswachter.catalogue.Officer::fingerprint)
                .toList();
    }

    /** Empty for a key that is not listed and a time that is none. */
    private Optional<Approval> toSign(WorkResult review, Asked asked) {
        try {
            Instant at = Instant.parse(asked.at());
            return officers.withKey(asked.key())
                    .flatMap(known -> desk.toSign(
                            review.facts().get(VERSION), review.facts().get(REHEARSAL), known.fingerprint(), at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Only an editor's own review leads here. */
    private WorkResult review(Officer officer, String work) {
        ActivationController.demandEditor(officer);
        return AddressId.of(work)
                .flatMap(id -> works.result(officer, id))
                .filter(result -> result.facts().containsKey(REHEARSAL))
                .orElseThrow(NotHere::new);
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return base64.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(Base64.getMimeDecoder().decode(base64)).filter(bytes -> bytes.length > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

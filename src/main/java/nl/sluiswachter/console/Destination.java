package nl.sluiswachter.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.transfer.Reference;

/** Where somebody goes after signing in: a page of this console and nothing else (CWE-601). */
public final class Destination {

    /** When none was asked for, or one that is not here. */
    public static final String HOME = "/console";

    /** Where an officer says why they look: on no menu, and yet a page to come back to. */
    public static final String GROUND = "/console/ground";

    private static final int LONGEST = 1000;
    private static final Pattern OWN = Pattern.compile("/console(/[A-Za-z0-9._~-]+)*(\\?[A-Za-z0-9._~%&=+:/-]*)?");

    /** Addresses that only take a form; each is below the page on which that stands. */
    private static final Pattern FORM_ONLY = Pattern.compile(
            "(/console/.+?)/(views|views/forget|export|verification|rehearsal|review|activation|pdf|cancel)");

    private Destination() {}

    /** The address that this request asks for, when it is one of a page here; for a form the page that it came from. */
    public static String of(HttpServletRequest request) {
        if (request.getMethod().equals("POST")) {
            return ofForm(request);
        }
        String path = request.getRequestURI();
        String query = request.getQueryString();
        return safe(path + (query == null || isAboutAPerson(path, query) ? "" : "?" + query));
    }

    /** The one search whose address anybody may type: a number of a person in it is not taken along. */
    private static boolean isAboutAPerson(String path, String query) {
        try {
            return path.equals(ConsolePage.RULES.path())
                    && Reference.holdsBsn(URLDecoder.decode(query, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** The page with the form that was sent: what the browser says, else where the form went. */
    public static String ofForm(HttpServletRequest request) {
        String from = Optional.ofNullable(request.getHeader("Referer"))
                .map(Destination::local)
                .map(Destination::safe)
                .orElse(HOME);
        return from.equals(HOME) ? safe(request.getRequestURI()) : from;
    }

    private static String local(String referer) {
        try {
            URI address = new URI(referer);
            String query = address.getRawQuery();
            return address.getRawPath() + (query == null ? "" : "?" + query);
        } catch (URISyntaxException e) {
            return HOME;
        }
    }

    /** The address itself when it is one of a page here, the page when it only takes a form of one, else {@link #HOME}. */
    public static String safe(String address) {
        if (address == null
                || address.length() > LONGEST
                || !OWN.matcher(address).matches()) {
            return HOME;
        }
        String path = address.split("\\?", 2)[0];
        String page = page(path);
        boolean isHere = page.equals(GROUND) || ConsolePage.at(page).isPresent();
        return isHere ? page + (page.equals(path) ? address.substring(path.length()) : "") : HOME;
    }

    /** The page that can be asked for at this path, or on which the form stands that it takes. */
    public static String page(String path) {
        Matcher form = FORM_ONLY.matcher(path);
        return form.matches() ? form.group(1) : path;
    }
}

package nl.sluiswachter.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody goes after signing in: a page of this console and nothing else (CWE-601). */
public final class Destination {

    /** When none was asked for, or one that is not here. */
    public static final String HOME = "/console";

    private static final int LONGEST = 1000;
    private static final Pattern OWN = Pattern.compile("/console(/[A-Za-z0-9._~-]+)*(\\?[A-Za-z0-9._~%&=+:-]*)?");

    private Destination() {}

    /** The address that this request asks for, when it is one of a page here. */
    public static String of(HttpServletRequest request) {
        String query = request.getQueryString();
        return safe(request.getRequestURI() + (query == null ? "" : "?" + query));
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

    /** The address itself when it is one of a page here, else {@link #HOME}. */
    public static String safe(String address) {
        boolean own = address != null
                && address.length() <= LONGEST
                && OWN.matcher(address).matches()
                && ConsolePage.at(address.split("\\?", 2)[0]).isPresent();
        return own ? address : HOME;
    }
}

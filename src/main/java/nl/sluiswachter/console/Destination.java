package nl.sluiswachter.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Pattern;

/** Where somebody goes after signing in: a page of this console and nothing else (CWE-601). */
public final class Destination {

    /** When none was asked for, or one that is not here. */
    public static final String HOME = "/console";

    private static final String KEPT = "destination";
    private static final int LONGEST = 1000;
    private static final Pattern OWN = Pattern.compile("/console(/[A-Za-z0-9._~-]+)*(\\?[A-Za-z0-9._~%&=+:-]*)?");

    private Destination() {}

    /** The address that this request asks for, when it is one of a page here. */
    public static String of(HttpServletRequest request) {
        String query = request.getQueryString();
        return safe(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** Remembers it while the provider of identities is asked. */
    public static void keep(HttpServletRequest request, String address) {
        request.getSession(true).setAttribute(KEPT, safe(address));
    }

    /** What was remembered, once. */
    public static String kept(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof String address)) {
            return HOME;
        }
        session.removeAttribute(KEPT);
        return safe(address);
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

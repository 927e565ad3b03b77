package nl.sluiswachter.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import nl.sluiswachter.api.ApiVersion;

/** The headers of every answer (NL API Design Rules, {@code /core/transport/security-headers} and version-header). */
final class AnswerHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "API-Version", ApiVersion.CURRENT,
            "Cache-Control", "no-store",
            "Content-Security-Policy", "frame-ancestors 'none'",
            "Strict-Transport-Security", "max-age=31536000",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    private AnswerHeaders() {}

    static void set(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}

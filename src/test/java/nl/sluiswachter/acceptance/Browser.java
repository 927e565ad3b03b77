package nl.sluiswachter.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluiswachter.acceptance.RunningGateway.Door;

/** Somebody at the console: keeps cookies, follows no redirect, sends forms with their token. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String SIGN_IN = "/console/sign-in";

    private final CookieManager cookies = new CookieManager();
    private final String language;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .sslContext(Client.tls("huisarts"))
            .build();

    private Browser(String language) {
        this.language = language;
    }

    static Browser opened() {
        return new Browser("nl");
    }

    static Browser inEnglish() {
        return new Browser("en");
    }

    /** Signed in by the demo's way. */
    Browser as(String role) {
        String token = token(get(SIGN_IN));
        post(SIGN_IN, Map.of("_csrf", token, "role", role, "to", "/console"));
        return this;
    }

    /** Says why it looks, as far as the console wants to know. */
    Browser stating(String ground, String reference) {
        String token = token(get("/console/ground"));
        post("/console/ground", Map.of("_csrf", token, "ground", ground, "reference", reference));
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(member -> encoded(member.getKey()) + "=" + encoded(member.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The token of the first form on the page. */
    static String token(HttpResponse<String> page) {
        Matcher matcher = TOKEN.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("The page has no form");
        }
        return matcher.group(1);
    }

    /** The value of a cookie; null for none. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "https://localhost:" + RunningGateway.shared().port(Door.OPEN) + path))
                .header("Accept-Language", language);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

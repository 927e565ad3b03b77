package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluiswachter.acceptance.RunningGateway.Door;
import nl.sluiswachter.transferlog.search.Ground;

/** Somebody at the console: keeps cookies, follows no redirect, sends forms with their token. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** Of the file for which somebody looks. */
    static final String REFERENCE = "TOETS-1";

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
        return as(role, "/console");
    }

    /** The same, on the way to a page; further fields of the form may follow. */
    Browser as(String role, String to, String... flags) {
        Map<String, String> form = new HashMap<>(Map.of("_csrf", formToken(), "role", role, "to", to));
        List.of(flags).forEach(flag -> form.put(flag, "yes"));
        post(SIGN_IN, form);
        return this;
    }

    /** Who has said why they look, and for which file. */
    Browser withAGround() {
        post(
                "/console/ground",
                Map.of("_csrf", formToken(), "ground", Ground.values()[0].name(), "reference", REFERENCE));
        return this;
    }

    /** With a cookie that somebody planted. */
    Browser with(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setDomain("localhost.local"); // as the JDK files those of a host without dots
        cookie.setPath("/");
        cookie.setVersion(0);
        cookie.setSecure(true);
        cookies.getCookieStore().add(URI.create("https://localhost"), cookie);
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
        return send(form(path, form));
    }

    /** As a browser does that has the page with the form open. */
    HttpResponse<String> postFrom(String page, String path, Map<String, String> form) {
        return send(
                form(path, form).header("Referer", request(page).build().uri().toString()));
    }

    private HttpRequest.Builder form(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(member -> encoded(member.getKey()) + "=" + encoded(member.getValue()))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** A token for any form, from the page that anybody sees. */
    String formToken() {
        return token(get(SIGN_IN));
    }

    /** Forgets a cookie. */
    void forget(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
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
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "https://localhost:" + RunningGateway.shared().port(Door.OPEN) + path))
                .header("Accept-Language", language);
    }

    /** What is sent to a browser that takes compressed answers, as it is sent. */
    HttpResponse<byte[]> getCompressed(String path) {
        return send(request(path).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
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

    /** Signs in where this answer sent to, and goes where that leads. */
    HttpResponse<String> signedInAgain(HttpResponse<String> turnedAway, String role) {
        assertThat(turnedAway.statusCode()).isEqualTo(303);
        String to = turnedAway.headers().firstValue("Location").orElseThrow().replace("/console/sign-in?to=", "");
        HttpResponse<String> answer = post(
                "/console/sign-in",
                Map.of("_csrf", formToken(), "role", role, "to", URLDecoder.decode(to, StandardCharsets.UTF_8)));
        String location = answer.headers().firstValue("Location").orElseThrow();
        return get(location.substring(location.indexOf("/console")));
    }
}

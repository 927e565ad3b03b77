package nl.sluiswachter.acceptance;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who goes where they are sent: to the provider of identities, through its sign-in and back. */
final class ProviderVisit {

    private static final int MOST = 15;

    private final Browser browser;
    private final String name;
    private final List<URI> way = new ArrayList<>();

    ProviderVisit(Browser browser, String name) {
        this.browser = browser;
        this.name = name;
    }

    /** From the sign-in page of the console, with these parameters, until nobody sends them on. */
    HttpResponse<String> signIn(String parameters) {
        return follow(browser.get("/console/sign-in/provider?" + parameters));
    }

    /** From any address. */
    HttpResponse<String> go(URI first) {
        way.add(first);
        return follow(browser.send(HttpRequest.newBuilder(first)
                .header("Accept", "text/html")
                .header("Accept-Language", "nl")
                .GET()));
    }

    /** Where they came along. */
    List<URI> way() {
        return way;
    }

    /** The first address along the way with this path. */
    URI along(String path) {
        return way.stream()
                .filter(address -> address.getPath().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int step = 0; step < MOST; step++) {
            Optional<String> location = answer.headers().firstValue("Location");
            if (location.isPresent()) {
                URI next = answer.uri().resolve(location.get());
                way.add(next);
                answer = browser.send(HttpRequest.newBuilder(next)
                        .header("Accept", "text/html")
                        .header("Accept-Language", "nl")
                        .GET());
            } else if (answer.uri().getPath().equals("/login")) {
                answer = proof(answer);
            } else {
                return answer;
            }
        }
        throw new AssertionError("Sent around in a circle: " + way);
    }

    private HttpResponse<String> proof(HttpResponse<String> page) {
        String body = "username=" + encoded(name) + "&password=" + encoded(SomeProvider.PASSWORD) + "&_csrf="
                + encoded(token(page));
        return browser.send(HttpRequest.newBuilder(page.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String token(HttpResponse<String> page) {
        String mark = "name=\"_csrf\" type=\"hidden\" value=\"";
        int start = page.body().indexOf(mark) + mark.length();
        return page.body().substring(start, page.body().indexOf('"', start));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

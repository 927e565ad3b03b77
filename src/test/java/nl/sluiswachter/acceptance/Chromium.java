package nl.sluiswachter.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.sluiswachter.acceptance.RunningGateway.Door;
import nl.sluiswachter.console.Role;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser that is installed here, with a session of each role. Nothing is downloaded: without a browser whoever asks for one is
 * skipped and says so, unless {@code -Dconsole.browser=required}, as {@code .ci/run} has it.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final String ROOT = "root";
    private static final int PATIENCE_MILLIS = 60_000; // as long as a machine with other work may stand still

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final Map<Role, String> sessions = new ConcurrentHashMap<>();
    private final Map<String, BrowserContext> windows = new ConcurrentHashMap<>();

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        boolean sandbox = !System.getProperty("user.name").equals(ROOT); // as root it has none
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setChromiumSandbox(sandbox)
                        .setArgs(List.of("--disable-gpu", "--disable-dev-shm-usage")));
    }

    static Chromium launched() {
        Optional<Path> program = Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), NAMES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            String what =
                    "No chromium here: the walk through the console in a browser is SKIPPED (apt install chromium)";
            if ("required".equals(System.getProperty("console.browser"))) {
                throw new AssertionError(what);
            }
            System.out.println(what);
            Assumptions.abort(what);
        }
        return new Chromium(program.orElseThrow());
    }

    /** Where the console is. */
    static String origin() {
        return "https://localhost:" + RunningGateway.shared().port(Door.OPEN);
    }

    /** A window of somebody with this role, who has stated why they look where that is asked. */
    BrowserContext windowOf(Role role, UnaryOperator<com.microsoft.playwright.Browser.NewContextOptions> how) {
        String session = sessions.computeIfAbsent(role, this::signIn);
        return quick(browser.newContext(how.apply(options().setStorageState(session))));
    }

    /** The same, of somebody who has just signed in and has a session of their own. */
    BrowserContext freshWindowOf(Role role, UnaryOperator<com.microsoft.playwright.Browser.NewContextOptions> how) {
        return quick(browser.newContext(how.apply(options().setStorageState(signIn(role)))));
    }

    /** A page in a window of somebody with this role who reads this language, and has been here before. */
    Page pageOf(Role role, String language) {
        return windows.computeIfAbsent(role.claim() + language, any -> windowOf(role, how -> how.setLocale(language)))
                .newPage();
    }

    /** Writes down what is an error to the browser, from now on. */
    static void hear(Page page, List<String> complaints) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** A window of somebody who is not known. */
    BrowserContext stranger() {
        return quick(browser.newContext(options()));
    }

    private String signIn(Role role) {
        try (BrowserContext window = quick(browser.newContext(options()))) {
            window.setDefaultNavigationTimeout(60_000); // the first page of a gateway that nobody asked for one before
            Page page = window.newPage();
            page.navigate(origin() + "/console/sign-in");
            page.locator("input[value=" + role.claim() + "]").check();
            page.locator("main button").click();
            page.navigate(origin() + "/console/ground");
            page.locator("input[name=ground]").first().check();
            page.locator("input[name=reference]").fill(Browser.REFERENCE);
            page.locator("main button").click();
            page.waitForURL(address -> !address.endsWith("/console/ground"));
            return window.storageState();
        }
    }

    /** Whoever waits in vain does not wait for ever. */
    private static BrowserContext quick(BrowserContext window) {
        window.setDefaultTimeout(PATIENCE_MILLIS);
        return window;
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale("nl")
                .setViewportSize(1100, 760);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

package nl.sluiswachter.acceptance;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.LargeDrill;

/** How fast the pages of the console are over a large log; see {@code bench/console}. */
public final class ConsoleDrill {

    private static final int WARM = 20;
    private static final int TIMES = 200;
    private static final int BOUND_MILLIS = 150;
    private static final int BOUND_BYTES = 300_000;
    private static final Pattern ASSET = Pattern.compile("(?:href|src|url\\()=?\"(/console/assets/[^\"]+)\"");

    private ConsoleDrill() {}

    /** Arguments: how many entries. Prints rows of a table. */
    public static void main(String[] arguments) throws InterruptedException {
        RunningGateway gateway = RunningGateway.shared();
        ConsoleSeeds.sow();
        LargeDrill.fill(gateway.database().asSuperuser(), Long.parseLong(arguments[0]));
        System.out.println();
        System.out.println("| page | p50 | p95 | bound | met | bytes of the first load | met |");
        System.out.println("|---|---|---|---|---|---|---|");
        ConsoleAddress.all().forEach(ConsoleDrill::ask);
        System.exit(0);
    }

    private static void ask(ConsoleAddress address) {
        Browser browser = Browser.opened().as(address.reader().claim()).withAGround();
        String path = address.path().get();
        long[] took = new long[TIMES];
        for (int turn = -WARM; turn < TIMES; turn++) {
            long start = System.nanoTime();
            int status = browser.get(path).statusCode();
            if (status != 200) {
                throw new IllegalStateException(address + " answers " + status);
            }
            if (turn >= 0) {
                took[turn] = System.nanoTime() - start;
            }
        }
        Arrays.sort(took);
        double p95 = millis(took[TIMES * 95 / 100]);
        int bytes = bytes(browser, path, new HashSet<>());
        System.out.printf(
                "| %s | %.1f ms | %.1f ms | %d ms | %s | %,d | %s |%n",
                address,
                millis(took[TIMES / 2]),
                p95,
                BOUND_MILLIS,
                p95 < BOUND_MILLIS ? "yes" : "**no**",
                bytes,
                bytes < BOUND_BYTES ? "yes" : "**no**");
    }

    /** Of this address and everything that it brings in, as sent, without headers. */
    private static int bytes(Browser browser, String path, Set<String> seen) {
        if (!seen.add(path)) {
            return 0;
        }
        String body = browser.get(path).body();
        Set<String> assets = ASSET.matcher(body)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        boolean bringsIn = path.endsWith(".css") || !path.contains("/assets/");
        return browser.getCompressed(path).body().length
                + (bringsIn ? assets.stream().mapToInt(asset -> bytes(browser, asset, seen)).sum() : 0);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}

package nl.sluiswachter.acceptance;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.transferlog.LargeDrill;
import nl.sluiswachter.transferlog.LogMark;

/** How fast the pages of the console are over a large log; see {@code bench/console}. */
public final class ConsoleDrill {

    private static final int WARM = 20;
    private static final int TIMES = 200;
    private static final int BOUND_MILLIS = 150;
    private static final int BOUND_BYTES = 300_000;
    private static final Pattern ASSET = Pattern.compile("(?:href|src|url\\()=?\"(/console/assets/[^\"]+)\"");

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    /** Exchanges of one of the parties of the large log. */
    private static final String BY_PARTY = "/console/transfers?kind=DECISION&party=00000099000000001007";

    /** The page of a list that is as fast as the first. */
    private static final int DEEP = 200;

    /** More than a page of a report. */
    private static final int TRANSFERS = 120;

    /** As many of one person as a party may have, besides the one of the seeds. */
    private static final int CONSENTS = 19;

    /** More than a page. */
    private static final int HELD_BACK = 30;

    private ConsoleDrill() {}

    /** Arguments: how many entries. Prints rows of a table. */
    public static void main(String[] arguments) {
        int status = 1;
        try {
            ask(Long.parseLong(arguments[0]));
            status = 0;
        } catch (Exception | Error e) {
            e.printStackTrace();
        } finally {
            System.exit(status); // also where the gateway goes on running
        }
    }

    private static void ask(long entries) throws InterruptedException {
        RunningGateway gateway = RunningGateway.shared();
        sow();
        String draft = Drafts.page(new Drafts().load(11));
        LargeDrill.fill(gateway.database().asSuperuser(), gateway.bean(LogMark.class), entries);
        System.out.println();
        System.out.println("| page | p50 | p95 | bound | met | bytes of the first load | met |");
        System.out.println("|---|---|---|---|---|---|---|");
        Stream<ConsoleWay> large = Stream.of(
                new ConsoleWay("found-party", Role.PRIVACY_OFFICER, browser -> BY_PARTY),
                new ConsoleWay("found-party, page " + DEEP, Role.PRIVACY_OFFICER, ConsoleDrill::deep),
                new ConsoleWay("version-difference", Role.POLICY_EDITOR, browser -> draft));
        Stream.concat(ConsoleWay.all(), large).forEach(way -> ask(way));
    }

    /** Much about one person. */
    private static void sow() {
        Client municipality = Client.of("gemeente-wmo");
        for (int n = 0; n < TRANSFERS; n++) {
            municipality.transfer(Messages.allocation());
        }
        for (int n = 0; n < CONSENTS; n++) {
            String consent = Registers.consentBy(
                    "gemeente-wmo",
                    Registers.consent(
                            Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "identity", "support"));
            Registers.withdraw("gemeente-wmo", consent); // only so many may stand at a time
        }
        ConsoleSeeds.sow(); // last, as the ways lead to what is newest
        for (int n = 0; n < HELD_BACK; n++) {
            ConsoleSeeds.holdBack();
        }
    }

    /** As far as there are pages. */
    private static String deep(Browser browser) {
        String address = BY_PARTY;
        for (int page = 1; page < DEEP; page++) {
            Matcher next = NEXT.matcher(browser.get(address).body());
            if (!next.find()) {
                return address;
            }
            address = next.group(1).replace("&amp;", "&");
        }
        return address;
    }

    private static void ask(ConsoleWay way) {
        Browser browser = way.opened();
        String path = way.to(browser);
        long[] took = new long[TIMES];
        for (int turn = -WARM; turn < TIMES; turn++) {
            long start = System.nanoTime();
            int status = browser.get(path).statusCode();
            if (status != 200) {
                throw new IllegalStateException(way + " answers " + status);
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
                way,
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

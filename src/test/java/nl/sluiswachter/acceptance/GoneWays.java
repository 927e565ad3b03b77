package nl.sluiswachter.acceptance;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Ways that somebody went once, for tests that only look at where they lead. */
final class GoneWays {

    private final UnaryOperator<Browser> before;
    private final Map<String, Gone> gone = new HashMap<>();

    /** @param before what happens to each browser before it goes */
    GoneWays(UnaryOperator<Browser> before) {
        this.before = before;
    }

    /** Where a browser came by a way. */
    record Gone(Browser browser, String address) {

        String body() {
            return browser.get(address).body();
        }
    }

    Gone of(ConsoleWay way) {
        return gone.computeIfAbsent(way.name(), name -> {
            Browser browser = before.apply(way.opened());
            return new Gone(browser, way.to(browser));
        });
    }
}

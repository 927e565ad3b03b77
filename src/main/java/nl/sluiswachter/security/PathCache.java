package nl.sluiswachter.security;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers for a minute by which way a certificate leads to an anchor; a path costs several signature checks. Only
 * successes are kept, and nothing that can change within that minute: no revocation, no register entry.
 */
final class PathCache {

    private static final Duration KEEP = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private final Clock clock;
    private final Map<String, Known> entries = new LinkedHashMap<>();

    PathCache(Clock clock) {
        this.clock = clock;
    }

    List<X509Certificate> get(String fingerprint, Supplier<List<X509Certificate>> find) {
        Instant now = clock.instant();
        Known known = lookUp(fingerprint);
        if (known != null && now.isBefore(known.until())) {
            return known.path();
        }
        List<X509Certificate> path = find.get();
        store(fingerprint, new Known(path, now.plus(KEEP)));
        return path;
    }

    private synchronized Known lookUp(String fingerprint) {
        return entries.get(fingerprint);
    }

    private synchronized void store(String fingerprint, Known known) {
        entries.remove(fingerprint);
        if (entries.size() == MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(fingerprint, known);
    }

    private record Known(List<X509Certificate> path, Instant until) {}
}

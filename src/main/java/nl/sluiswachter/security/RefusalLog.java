package nl.sluiswachter.security;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.cert.X509Certificate;
import java.util.List;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down why somebody was not let in: the only place that says it. A certificate is named by the start of its
 * fingerprint, never by its subject.
 */
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private final MeterRegistry meters;
    private final IdSource ids;

    RefusalLog(MeterRegistry meters, IdSource ids) {
        this.meters = meters;
        this.ids = ids;
    }

    void write(Surface surface, Refusal refusal, List<X509Certificate> chain) {
        meters.counter("sluiswachter.identity.refused", "surface", surface.name(), "reason", refusal.name())
                .increment();
        LOG.warn(
                "Not let in at {}: {}, certificate {}, reference {}",
                surface,
                refusal,
                chain.isEmpty() ? "none" : Fingerprint.brief(chain.get(0)),
                ids.next());
    }
}

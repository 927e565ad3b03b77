package nl.sluiswachter.kernel.crypto;

import java.time.Instant;
import java.util.List;

/**
 * Whom an example certificate is for.
 *
 * @param organisation the O of the subject
 * @param oins values of the subject's {@code serialNumber}; exactly one in a good certificate
 * @param joined whether several OINs share one multi-valued RDN
 * @param key kind of key to make
 * @param validFrom inclusive
 * @param validUntil inclusive
 */
public record ExampleSubject(
        String organisation, List<String> oins, boolean joined, KeyKind key, Instant validFrom, Instant validUntil) {

    public ExampleSubject {
        oins = List.copyOf(oins);
    }
}

package nl.sluiswachter.security;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom a door with client certificates trusts.
 *
 * @param surface which door
 * @param chains its anchors
 * @param revocations its revocation lists
 */
record Door(Surface surface, ChainCheck chains, RevocationLists revocations) {

    /**
     * Checks the certificates of a client, as far as certificates go.
     *
     * @throws NotLetIn when they are not valid here and now
     */
    void check(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new NotLetIn(Refusal.NO_CERTIFICATE);
        }
        revocations.check(chains.check(chain));
    }
}

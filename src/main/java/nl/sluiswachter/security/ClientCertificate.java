package nl.sluiswachter.security;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Locale;

/** What a client certificate must be, apart from being trusted: strong, and meant for a client. */
final class ClientCertificate {

    /** NCSC: 2048 to 3071 bits is to be phased out, which Digikoppeling TLSCIPH001 forbids. */
    private static final int LEAST_RSA_BITS = 3072;

    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String ANY = "2.5.29.37.0";
    private static final int NO_CA = -1;

    private ClientCertificate() {}

    /** @param path certificate, intermediates, anchor; the anchor's own signature proves nothing and is not looked at */
    static void check(List<X509Certificate> path) {
        if (!isForClients(path.get(0))) {
            throw new NotLetIn(Refusal.WRONG_PURPOSE);
        }
        boolean strongKeys = path.stream().allMatch(ClientCertificate::hasStrongKey);
        if (!strongKeys || !path.subList(0, path.size() - 1).stream().allMatch(ClientCertificate::isSignedStrongly)) {
            throw new NotLetIn(Refusal.WEAK_CERTIFICATE);
        }
    }

    private static boolean isForClients(X509Certificate leaf) {
        boolean[] usage = leaf.getKeyUsage();
        return leaf.getBasicConstraints() == NO_CA && (usage == null || usage[0]) && hasClientPurpose(leaf);
    }

    private static boolean hasClientPurpose(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            return purposes == null || purposes.contains(CLIENT) || purposes.contains(ANY);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static boolean hasStrongKey(X509Certificate certificate) {
        return !(certificate.getPublicKey() instanceof RSAPublicKey rsa)
                || rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
    }

    private static boolean isSignedStrongly(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        return algorithm.startsWith("SHA256")
                || algorithm.startsWith("SHA384")
                || algorithm.startsWith("SHA512")
                || algorithm.startsWith("ED")
                || algorithm.startsWith("RSASSA-PSS");
    }
}

package nl.sluiswachter.kernel.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** Names a certificate or its key by lowercase hex SHA-256. */
public final class Fingerprint {

    private static final int SHORT = 12;

    private Fingerprint() {}

    /** Over the DER SubjectPublicKeyInfo: stays the same when a certificate is renewed with the same key. */
    public static String ofKey(X509Certificate certificate) {
        return hex(certificate.getPublicKey().getEncoded());
    }

    /** Over the whole DER certificate. */
    public static String ofCertificate(X509Certificate certificate) {
        try {
            return hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate has no encoding", e);
        }
    }

    /** Enough of the certificate's fingerprint to find it again, for logs that must not name a subject. */
    public static String brief(X509Certificate certificate) {
        return ofCertificate(certificate).substring(0, SHORT);
    }

    private static String hex(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

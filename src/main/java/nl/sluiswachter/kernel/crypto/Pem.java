package nl.sluiswachter.kernel.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Reads and writes certificates, keys and revocation lists as PEM (RFC 7468). */
public final class Pem {

    private Pem() {}

    /**
     * The certificates of a file, in its order.
     *
     * @throws IOException when the file cannot be read
     * @throws GeneralSecurityException when it holds no certificate, or something else
     */
    public static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        return certificates(Files.readAllBytes(file));
    }

    /** The certificates of a PEM text; refuses an empty one. */
    public static List<X509Certificate> certificates(byte[] pem) throws GeneralSecurityException {
        List<X509Certificate> found = x509().generateCertificates(new ByteArrayInputStream(pem)).stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (found.isEmpty()) {
            throw new GeneralSecurityException("No certificate found");
        }
        return found;
    }

    /** The revocation lists of a file. */
    public static List<X509CRL> revocationLists(Path file) throws IOException, GeneralSecurityException {
        return x509().generateCRLs(new ByteArrayInputStream(Files.readAllBytes(file))).stream()
                .map(X509CRL.class::cast)
                .toList();
    }

    /** The one unencrypted PKCS#8 key of a file. */
    public static PrivateKey privateKey(Path file) throws IOException {
        return new JcaPEMKeyConverter().getPrivateKey(privateKeyInfo(file));
    }

    static PrivateKeyInfo privateKeyInfo(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
                PEMParser parser = new PEMParser(text)) {
            if (parser.readObject() instanceof PrivateKeyInfo key) {
                return key;
            }
            throw new PEMException("No unencrypted PKCS#8 private key found");
        }
    }

    /** Objects as PEM, one after the other. */
    static byte[] write(List<?> objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                pem.writeObject(object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static CertificateFactory x509() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509");
    }
}

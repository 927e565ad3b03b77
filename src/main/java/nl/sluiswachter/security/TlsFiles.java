package nl.sluiswachter.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import nl.sluiswachter.kernel.crypto.ExampleMark;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.startup.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads certificates and keys for the doors. Refuses the start, in one sentence that names the setting, when a file is
 * not what it should be, and when it is an example while examples are not allowed.
 */
final class TlsFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);
    private static final int NO_CA = -1;

    private final boolean examplesAllowed;

    /** @param examplesAllowed only in the demo profile */
    TlsFiles(boolean examplesAllowed) {
        this.examplesAllowed = examplesAllowed;
    }

    /** A chain, leaf first. */
    List<X509Certificate> chain(String setting, Path file) {
        List<X509Certificate> chain = read(setting, file, Pem::certificates);
        judge(setting, chain.stream().anyMatch(ExampleMark::isOn));
        return chain;
    }

    /** Trust anchors: CA certificates only, so that nobody is trusted by a pinned certificate that outlives its CA. */
    List<X509Certificate> anchors(String setting, Path file) {
        List<X509Certificate> anchors = chain(setting, file);
        if (anchors.stream().anyMatch(anchor -> anchor.getBasicConstraints() == NO_CA)) {
            throw new StartRefused(setting + " holds a certificate that is no CA; trust anchors are CAs only.");
        }
        return anchors;
    }

    /** A PKCS#8 key. */
    PrivateKey key(String setting, Path file) {
        judge(setting, read(setting, file, ExampleMark::isOnKey));
        return read(setting, file, Pem::privateKey);
    }

    private void judge(String setting, boolean isExample) {
        if (isExample && !examplesAllowed) {
            throw new StartRefused(setting
                    + " names an example certificate or key, which everybody can make; outside the demo profile give"
                    + " your own.");
        }
        if (isExample) {
            LOG.warn("UNSAFE, demo only: {} is an example", setting);
        }
    }

    private static <T> T read(String setting, Path file, Reader<T> reader) {
        if (file == null) {
            throw new StartRefused("This setting is missing: " + setting + ".");
        }
        try {
            return reader.read(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefused("The file of " + setting + " cannot be read as PEM.", e);
        }
    }

    private interface Reader<T> {
        T read(Path file) throws IOException, GeneralSecurityException;
    }
}

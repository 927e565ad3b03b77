package nl.sluiswachter.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluiswachter.kernel.crypto.Pem;

/** A file with revocation lists, read again whenever it changes. */
final class RevocationFile {

    private final Path file;
    private volatile Content content = new Content(null, List.of());

    RevocationFile(Path file) {
        this.file = file;
    }

    /** What the file holds now; throws {@link NotLetIn} when it cannot be read. */
    Content content() {
        try {
            Stamp stamp = Stamp.of(file);
            Content current = content;
            if (!stamp.equals(current.stamp)) {
                current = new Content(stamp, Pem.revocationLists(file));
                content = current;
            }
            return current;
        } catch (IOException | GeneralSecurityException e) {
            throw new NotLetIn(Refusal.CRL_MISSING);
        }
    }

    /** Tells two versions of a file apart, also when one replaces the other within the clock tick of the file system. */
    private record Stamp(FileTime modified, long size, Object key) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }

    /** One version of the file. A signature is checked once per version. */
    static final class Content {

        /** Issuing distribution point and delta indicator: such a list leaves certificates out. */
        private static final Set<String> PARTIAL = Set.of("2.5.29.28", "2.5.29.27");

        private final Stamp stamp;
        private final List<X509CRL> lists;
        private final Map<X509Certificate, X509CRL> believed = new ConcurrentHashMap<>();

        private Content(Stamp stamp, List<X509CRL> lists) {
            this.stamp = stamp;
            this.lists = lists;
        }

        /** The newest list of the issuer. */
        X509CRL signedBy(X509Certificate issuer) {
            return believed.computeIfAbsent(issuer, this::find);
        }

        private X509CRL find(X509Certificate issuer) {
            List<X509CRL> named = lists.stream()
                    .filter(list -> list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()))
                    .toList();
            if (named.isEmpty()) {
                throw new NotLetIn(Refusal.CRL_MISSING);
            }
            return named.stream()
                    .filter(list -> isComplete(list) && isSigned(list, issuer))
                    .max(Comparator.comparing(X509CRL::getThisUpdate))
                    .orElseThrow(() -> new NotLetIn(Refusal.CRL_UNTRUSTED));
        }

        private static boolean isComplete(X509CRL list) {
            return !list.hasUnsupportedCriticalExtension()
                    && PARTIAL.stream().noneMatch(id -> list.getExtensionValue(id) != null);
        }

        private static boolean isSigned(X509CRL list, X509Certificate issuer) {
            try {
                list.verify(issuer.getPublicKey());
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}

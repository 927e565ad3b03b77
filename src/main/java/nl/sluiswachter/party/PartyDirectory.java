package nl.sluiswachter.party;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import nl.sluiswachter.kernel.crypto.Pem;

/**
 * A folder with a party list and the certificates of those parties, such as {@code certs-example}. Reads the register
 * entries that fit them.
 */
public final class PartyDirectory {

    /** The list in the folder. */
    public static final String LIST = "parties.yaml";

    private final Path folder;

    public PartyDirectory(Path folder) {
        this.folder = folder;
    }

    /** The list itself, checked. */
    public PartyFile list() throws IOException {
        return PartyFile.read(folder.resolve(LIST));
    }

    /**
     * All listed parties with the key of their certificate, valid as long as that certificate.
     *
     * @throws GeneralSecurityException when a certificate cannot be read
     */
    public List<Party> parties() throws IOException, GeneralSecurityException {
        List<Party> parties = new ArrayList<>();
        for (ListedParty listed : list().parties()) {
            parties.add(listed.withKeys(List.of(key(listed.name()))));
        }
        return List.copyOf(parties);
    }

    private PartyKey key(String name) throws IOException, GeneralSecurityException {
        X509Certificate leaf = Pem.certificates(folder.resolve(name + ".pem")).get(0);
        return new PartyKey(
                Fingerprint.ofKey(leaf),
                leaf.getNotBefore().toInstant(),
                leaf.getNotAfter().toInstant());
    }
}

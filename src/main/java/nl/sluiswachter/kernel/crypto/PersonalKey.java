package nl.sluiswachter.kernel.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A person's private key, from a PKCS#8 PEM file or a PKCS#12 store. */
public record PersonalKey(PrivateKey key) {

    private static final String STORE = ".p12";

    /**
     * Reads the key.
     *
     * @param file PEM, or a store when its name ends in {@code .p12}
     * @param password asked for a store only
     * @throws IOException when the file cannot be read
     * @throws GeneralSecurityException when it does not hold exactly one key that can sign
     */
    public static PersonalKey read(Path file, Supplier<char[]> password) throws IOException, GeneralSecurityException {
        PrivateKey key = file.toString().endsWith(STORE) ? stored(file, password.get()) : Pem.privateKey(file);
        if (!PersonalSignature.isStrong(key)) {
            throw new GeneralSecurityException("An EC key of 256 bits or an RSA key of 2048 bits is expected");
        }
        return new PersonalKey(key);
    }

    private static PrivateKey stored(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, password);
        }
        List<String> names = Collections.list(store.aliases());
        if (names.size() != 1 || !(store.getKey(names.get(0), password) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("The store must hold exactly one private key");
        }
        return key;
    }
}

package nl.sluiswachter.kernel.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A key with its certificate chain, leaf first.
 *
 * @param key never leaves the example folder
 * @param chain leaf, then the CA
 */
public record ExampleIdentity(PrivateKey key, List<X509Certificate> chain) {

    public ExampleIdentity {
        chain = List.copyOf(chain);
    }

    /** The certificate of the key itself. */
    public X509Certificate leaf() {
        return chain.get(0);
    }

    /** The chain as PEM. */
    public byte[] chainPem() {
        return Pem.write(chain);
    }

    /** The key as PKCS#8 PEM, marked as an example. */
    public byte[] keyPem() {
        try {
            PrivateKeyInfo marked = ExampleMark.on(PrivateKeyInfo.getInstance(key.getEncoded()));
            return Pem.write(List.of(new PemObject("PRIVATE KEY", marked.getEncoded())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Key and chain as a PKCS#12 store. */
    public byte[] pkcs12(String alias, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(alias, key, password, chain.toArray(X509Certificate[]::new));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("PKCS#12 is part of every JDK", e);
        }
    }
}

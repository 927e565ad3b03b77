package nl.sluiswachter.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** The gateway's secrets in a demo, made at the first start and kept in the data folder. */
final class DemoKeys {

    private static final int PEM_LINE = 64;

    private DemoKeys() {}

    /** Makes the four key files that are missing. */
    static void ensure(Path data) {
        Secrets.keep(data.resolve("subject.key"), Secrets::random);
        Secrets.keep(data.resolve("payload.key"), Secrets::random);
        Secrets.keep(data.resolve("signing.pem"), DemoKeys::signingKey);
        Secrets.keep(data.resolve("log.key"), Secrets::random);
    }

    /** EC P-256, PKCS#8, PEM. */
    private static String signingKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String lines = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(key);
            return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("EC P-256 is part of every JDK", e);
        }
    }
}

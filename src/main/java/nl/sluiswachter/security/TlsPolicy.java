package nl.sluiswachter.security;

import java.util.List;

/** What may be spoken on the wire: the good and sufficient rows of NCSC's TLS guideline 2025, nothing below them. */
public final class TlsPolicy {

    /** Protocol versions. */
    static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** Cipher suites of TLS 1.3, best first; the server's order counts. */
    static final List<String> SUITES_13 =
            List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256");

    /** Cipher suites of TLS 1.2, best first. */
    static final List<String> SUITES_12 = List.of(
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    /** Key exchange groups; the JDK's own list also has finite field groups. */
    static final List<String> GROUPS = List.of("x25519", "secp256r1", "secp384r1", "secp521r1");

    private TlsPolicy() {}

    /** MUST be called before anything in this process touches TLS, for the JDK reads these properties once. */
    public static void setSystemProperties() {
        System.setProperty("jdk.tls.namedGroups", String.join(",", GROUPS));
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }
}

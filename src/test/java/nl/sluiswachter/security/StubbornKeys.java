package nl.sluiswachter.security;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;

/** Sends its certificate also to a server that did not name its CA, as an attacker would. */
final class StubbornKeys extends X509ExtendedKeyManager {

    private final ExampleIdentity identity;
    private volatile List<Principal> namedIssuers = List.of();
    private volatile int shown;

    StubbornKeys(ExampleIdentity identity) {
        this.identity = identity;
    }

    /** The CAs that the server named in its last certificate request. */
    List<Principal> namedIssuers() {
        return namedIssuers;
    }

    /** How often the certificate was asked for; a resumed session does not ask. */
    int shown() {
        return shown;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        namedIssuers = issuers == null ? List.of() : List.of(issuers);
        shown = shown + 1;
        return "client";
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return chooseClientAlias(keyTypes, issuers, null);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity.key();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {"client"};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}

package nl.sluiswachter.acceptance;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * A real provider of identities (Spring Authorization Server) at an address that is known before it runs. Until then something
 * listens there that never answers.
 */
final class SomeProvider {

    /** What it can do wrong, with the next tokens. */
    enum Mischief {
        NONE,
        OTHER_ISSUER,
        OTHER_AUDIENCE,
        OTHER_NONCE,
        EXPIRED,
        ALTERED,
        /** Takes an old proof for a new one. */
        NO_NEW_PROOF,
        /** Does not say when somebody proved who they are. */
        NO_TIME_OF_PROOF,
        /** Knows somebody by nothing. */
        EMPTY_SUBJECT,
        /** By more than the standard allows. */
        LONG_SUBJECT,
        /** By what no page shows. */
        CONTROL_IN_SUBJECT,
        /** By more than ASCII, as the standard forbids. */
        ACCENT_IN_SUBJECT
    }

    static final String PASSWORD = "open-sesam-voor-de-toets";
    static final String CLIENT = "sluiswachter";

    private final ServerSocket silent;
    private final int port;
    private final Map<String, List<String>> roles = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private volatile Mischief mischief = Mischief.NONE;
    private AnnotationConfigServletWebServerApplicationContext running;

    SomeProvider() {
        try {
            silent = new ServerSocket(0, 10, InetAddress.getByName("localhost"));
            port = silent.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String issuer() {
        return "https://localhost:" + port;
    }

    Mischief mischief() {
        return mischief;
    }

    void will(Mischief wrong) {
        mischief = wrong;
    }

    /** Somebody with these roles, by this name and the password. */
    void knows(String name, String... claims) {
        roles.put(name, List.of(claims));
    }

    /** How it calls somebody from now on. */
    void calls(String name, String called) {
        names.put(name, called);
    }

    String nameOf(String name) {
        return names.getOrDefault(name, "De heer of mevrouw " + name);
    }

    List<String> rolesOf(String name) {
        return roles.getOrDefault(name, List.of());
    }

    /**
     * Runs it; again does nothing.
     *
     * @param back where it sends browsers back to
     */
    synchronized void start(String back, String secret, Ssl tls) {
        if (running != null) {
            return;
        }
        try {
            silent.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        running = new AnnotationConfigServletWebServerApplicationContext();
        running.registerBean(SomeProvider.class, () -> this);
        running.registerBean(TomcatServletWebServerFactory.class, () -> server(tls));
        running.registerBean(
                AuthorizationServerSettings.class,
                () -> AuthorizationServerSettings.builder().issuer(issuer()).build());
        running.registerBean(SomeProviderParts.Client.class, () -> new SomeProviderParts.Client(back, secret));
        running.registerBean("keys", JWKSource.class, keys()::get);
        running.register(SomeProviderParts.class);
        running.refresh();
    }

    void stop() {
        if (running != null) {
            running.close();
        }
    }

    private TomcatServletWebServerFactory server(Ssl tls) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
        factory.setSsl(tls);
        return factory;
    }

    private static Supplier<JWKSource<SecurityContext>> keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID("1")
                    .build();
            return () -> new ImmutableJWKSet<>(new JWKSet(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

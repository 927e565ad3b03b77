package nl.sluiswachter.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Every setting of the gateway, in one place. Keys under {@code sluiswachter}; documented in {@code docs/settings.md}.
 *
 * @param oin the OIN of the municipality that runs this gateway; issuer of receipts
 * @param routesDir folder with the route files
 * @param parties file with parties to register at the start; null for none
 */
@Validated
@ConfigurationProperties("sluiswachter")
public record GatewaySettings(
        String oin,
        @DefaultValue("routes") Path routesDir,
        Path parties,
        @Valid @DefaultValue Surfaces surfaces,
        @Valid @DefaultValue Tls tls,
        @Valid @DefaultValue Keys keys,
        @Valid @DefaultValue Limits limits,
        @Valid @DefaultValue Delivery delivery,
        @Valid @DefaultValue Catalogue catalogue,
        @Valid @DefaultValue Canaries canaries,
        @Valid @DefaultValue Log log,
        @Valid @DefaultValue Report report,
        @Valid @DefaultValue Witnessing witnessing,
        @Valid @DefaultValue TimeStamping timeStamping,
        @Valid @DefaultValue Console console,
        @Valid @DefaultValue Demo demo) {

    /** The three doors; one jar can open all of them or some. */
    public record Surfaces(
            @Valid @DefaultValue Surface partner,
            @Valid @DefaultValue Surface backOffice,
            @Valid @DefaultValue Surface open) {}

    /**
     * One listening port.
     *
     * @param port 0 takes any free port
     * @param address to bind to; empty for all
     */
    public record Surface(@DefaultValue("true") boolean enabled, @Min(0) @Max(65535) int port, String address) {}

    /**
     * Server identity and client trust, PEM files.
     *
     * @param certificate chain of the gateway, leaf first
     * @param key PKCS#8 private key of the leaf
     * @param partnerAnchors CA certificates of partners; never leaves
     * @param municipalAnchors CA certificates of the municipality's own systems
     * @param partnerCrl revocation lists of the partner CAs
     * @param municipalCrl revocation lists of the municipal CAs
     * @param crlGrace how long after its next update a list is still believed; each use is logged
     * @param pushCertificate client certificate chain for pushes; the server's when empty
     * @param pushKey its private key
     */
    public record Tls(
            Path certificate,
            Path key,
            Path partnerAnchors,
            Path municipalAnchors,
            Path partnerCrl,
            Path municipalCrl,
            @NotNull @DefaultValue("0s") Duration crlGrace,
            Path pushCertificate,
            Path pushKey) {}

    /**
     * Secrets, each in a file of its own; none has a default outside the demo profile.
     *
     * @param subject at least 32 random bytes in base64: hashes BSNs into subject keys
     * @param payload 32 random bytes in base64: wraps the key of each stored message
     * @param signing PKCS#8 PEM: signs receipts, with ES256 when EC P-256, with PS256 when RSA
     * @param signingCertificates PEM files, each with a chain, leaf first: that of the key that signs receipts, and those of
     *     keys that signed them before, which are published on
     * @param log 32 random bytes in base64: signs checkpoints of the log (Ed25519)
     * @param logPostQuantum 32 random bytes in base64: signs checkpoints once more (ML-DSA-44); null to sign once
     * @param witness 32 random bytes in base64: cosigns checkpoints of neighbours (Ed25519); null to cosign none
     */
    public record Keys(
            Path subject,
            Path payload,
            Path signing,
            @NotNull @DefaultValue List<Path> signingCertificates,
            Path log,
            Path logPostQuantum,
            Path witness) {}

    /**
     * Bounds on what a client may ask of the gateway.
     *
     * @param body largest request body
     * @param jsonDepth deepest nesting of a JSON body
     * @param persons most persons in one message
     * @param fields most JSON members in one message
     * @param text longest JSON string, in characters
     * @param headers largest request line and headers together
     * @param connections most open connections per port
     * @param threads requests handled at once over the ports that ask for a certificate
     * @param openThreads requests handled at once over the open port
     * @param queue connections waiting to be accepted per port
     * @param keepAlive how long an idle connection stays open for the next request
     * @param requestTime longest time to receive a request and to handle it
     * @param repeatable how long a request with the same idempotency key gets the same answer again
     * @param receipts how long a sender can fetch a receipt again
     * @param rehearsable how long a decision is kept without its values, to rehearse another catalogue on
     * @param longestWait longest wait a client may ask with {@code Prefer: wait}
     */
    public record Limits(
            @NotNull @DefaultValue("1MB") DataSize body,
            @Min(4) @DefaultValue("32") int jsonDepth,
            @Min(1) @DefaultValue("64") int persons,
            @Min(1) @DefaultValue("10000") int fields,
            @Min(1) @DefaultValue("65536") int text,
            @NotNull @DefaultValue("16KB") DataSize headers,
            @Min(1) @DefaultValue("512") int connections,
            @Min(1) @DefaultValue("64") int threads,
            @Min(1) @DefaultValue("16") int openThreads,
            @Min(1) @DefaultValue("64") int queue,
            @NotNull @DefaultValue("60s") Duration keepAlive,
            @NotNull @DefaultValue("30s") Duration requestTime,
            @NotNull @DefaultValue("7d") Duration repeatable,
            @NotNull @DefaultValue("90d") Duration receipts,
            @NotNull @DefaultValue("90d") Duration rehearsable,
            @NotNull @DefaultValue("10s") Duration longestWait) {}

    /**
     * How messages reach their receiver.
     *
     * @param keep how long an unacknowledged message is kept before it expires and its payload is deleted
     * @param lease how long one worker owns a message it is pushing
     * @param connectTimeout of a push
     * @param answerTimeout of a push
     * @param firstRetry wait after the first failed push; doubles each time
     * @param longestRetry upper bound of that wait
     * @param batch messages claimed at once
     * @param allowPrivateAddresses host names that may resolve to a private or loopback address
     */
    public record Delivery(
            @NotNull @DefaultValue("72h") Duration keep,
            @NotNull @DefaultValue("60s") Duration lease,
            @NotNull @DefaultValue("3s") Duration connectTimeout,
            @NotNull @DefaultValue("10s") Duration answerTimeout,
            @NotNull @DefaultValue("5s") Duration firstRetry,
            @NotNull @DefaultValue("15m") Duration longestRetry,
            @Min(1) @DefaultValue("16") int batch,
            @NotNull @DefaultValue List<String> allowPrivateAddresses) {}

    /**
     * The resident's report.
     *
     * @param contact where a resident can ask about it, such as a telephone number and a mail address; null for none
     */
    public record Report(String contact) {}

    /**
     * Which law is in force, and who says so.
     *
     * @param officers PEM files with the certificate of each person who may approve a catalogue
     * @param lookEvery how often a node looks whether another version was activated
     */
    public record Catalogue(
            @NotNull @DefaultValue List<Path> officers, @NotNull @DefaultValue("2s") Duration lookEvery) {}

    /**
     * Messages that the gateway sends itself, to see them refused.
     *
     * @param every how often each canary flies; one that was not refused within three times this long takes the node out
     *     of readiness
     */
    public record Canaries(
            @NotNull @DurationMin(seconds = 10) @DurationMax(hours = 1) @DefaultValue("5m") Duration every) {}

    /**
     * The transfer log.
     *
     * @param memory file of this node in which the signer remembers what it signed last; not in the database, and kept when
     *     the database is restored
     */
    public record Log(Path memory, @Valid @DefaultValue Retention retention) {}

    /**
     * How long the transfer log says what it says.
     *
     * @param automatic whether entries are destroyed when their term is over; else only by the command
     * @param otherwise how long entries are kept for which the catalogue has no term; the floor in the database holds besides
     * @param archiveAfter from what age a month may be taken out of the database with entries whose term is not over; null for
     *     never
     */
    public record Retention(
            @DefaultValue("true") boolean automatic,
            @NotNull @DefaultValue("P5Y") Period otherwise,
            Period archiveAfter) {}

    /**
     * Who may sign in to the console.
     *
     * @param issuer of the provider of identities (OpenID Connect Discovery 1.0); null for nobody outside the demo profile
     * @param clientId by which the provider knows this gateway
     * @param clientSecret file with the secret that belongs to it
     * @param issuerTrust CA certificates to believe for the provider's address; those of the JDK when null
     * @param rolesClaim claim of the identity token that lists roles
     * @param idle how long somebody who does nothing stays signed in
     * @param fresh how long ago somebody may have proved who they are, where the console asks for more
     * @param names how long the name is known of an officer who does not sign in any more
     * @param verifyWithin how long ago the log may have been verified before Today asks for it
     */
    public record Console(
            URI issuer,
            @DefaultValue("sluiswachter") String clientId,
            Path clientSecret,
            Path issuerTrust,
            @DefaultValue("roles") String rolesClaim,
            @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 12) @DefaultValue("15m") Duration idle,
            @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 1) @DefaultValue("5m") Duration fresh,
            @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) @DefaultValue("365d") Duration names,
            @NotNull @DurationMin(hours = 1) @DurationMax(days = 365) @DefaultValue("7d") Duration verifyWithin) {}

    /**
     * Only read in the demo profile.
     *
     * @param data folder of the embedded database and the demo secrets
     * @param certificates folder of the example certificates
     * @param databasePort port of the embedded database; 0 takes any free port
     */
    public record Demo(
            @NotNull @DefaultValue("data") Path data,
            @NotNull @DefaultValue("certs-example") Path certificates,
            @Min(0) @Max(65535) @DefaultValue("0") int databasePort) {}
}

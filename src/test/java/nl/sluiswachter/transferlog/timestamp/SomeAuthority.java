package nl.sluiswachter.transferlog.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import nl.sluiswachter.transferlog.witness.DeskAnswer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority that really signs. */
public final class SomeAuthority {

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.1");

    private final Clock clock;
    private final Date from;
    private final Date until;
    private final KeyPair rootKeys;
    private final KeyPair keys;
    private final X509Certificate root;
    private final X509Certificate signer;
    private BigInteger serial = BigInteger.ONE;

    /** Its certificates are valid for a day from now. */
    public SomeAuthority(Clock clock) {
        this(clock, Duration.ofDays(1));
    }

    /** Its certificates are valid for so long from now. */
    public SomeAuthority(Clock clock, Duration valid) {
        this(clock, valid, KeyPurposeId.id_kp_timeStamping);
    }

    /** @param purpose for which the certificate of the signer may be used */
    private SomeAuthority(Clock clock, Duration valid, KeyPurposeId purpose) {
        this.clock = clock;
        Instant now = clock.instant();
        this.from = Date.from(now.minus(Duration.ofHours(1)));
        this.until = Date.from(now.plus(valid));
        try {
            this.rootKeys = pair();
            this.keys = pair();
            this.root = certificate("CN=Somewhere", rootKeys, null);
            this.signer = certificate("CN=Time", keys, purpose);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate root() {
        return root;
    }

    /** Its root certificate as a PEM file. */
    public Path pem(Path folder) {
        try {
            String text = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(root.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            return Files.writeString(folder.resolve("tsa.pem"), text);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers a request, DER, as over HTTP. */
    public DeskAnswer answer(byte[] request) {
        return new DeskAnswer(200, "application/timestamp-reply", stamp(request));
    }

    /** By its own clock: left out, it would be that of the machine. */
    private AttributeTable signingTime() {
        Time now = new Time(Date.from(clock.instant()));
        return new AttributeTable(new DERSet(new Attribute(CMSAttributes.signingTime, new DERSet(now))));
    }

    byte[] stamp(byte[] request) {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signingTime()))
                            .build(SIGNATURE, keys.getPrivate(), signer),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(signer)));
            serial = serial.add(BigInteger.ONE);
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), serial, Date.from(clock.instant()))
                    .getEncoded();
        } catch (IOException | TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(String name, KeyPair pair, KeyPurposeId purpose)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=Somewhere"), BigInteger.TEN, from, until, new X500Name(name), pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(purpose == null));
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(rootKeys.getPrivate())));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}

package nl.sluiswachter.kernel.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for examples and tests. Its key lives in memory only, so nothing can be issued in its name
 * after the program ends.
 */
public final class ExampleAuthority {

    private static final int SERIAL_BITS = 127;
    private static final String SIGNATURE = "SHA256withECDSA";

    private final SecureRandom random = new SecureRandom();
    private final KeyPair keys;
    private final X509Certificate certificate;

    private ExampleAuthority(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** A new self-signed authority with a P-256 key. */
    public static ExampleAuthority named(String commonName, Instant validFrom, Instant validUntil) {
        KeyPair keys = KeyKind.EC_P256.generate();
        X500Name name = new X500NameBuilder()
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, ExampleMark.ORGANISATION)
                .addRDN(BCStyle.CN, commonName)
                .build();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, serial(new SecureRandom()), Date.from(validFrom), Date.from(validUntil), name, keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.certificatePolicies, false, ExampleMark.policies());
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids().createSubjectKeyIdentifier(keys.getPublic()));
            return new ExampleAuthority(keys, signed(builder, keys));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The example CA could not be made", e);
        }
    }

    /** The CA certificate: what a trust anchor file holds. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The CA certificate as PEM. */
    public byte[] pem() {
        return Pem.write(List.of(certificate));
    }

    /** A new key and a certificate for it. */
    public ExampleIdentity issue(ExampleSubject subject) {
        KeyPair subjectKeys = subject.key().generate();
        return new ExampleIdentity(
                subjectKeys.getPrivate(), List.of(leaf(subject, subjectKeys.getPublic()), certificate));
    }

    /** A revocation list over the given certificates. */
    public X509CRL revoke(List<X509Certificate> revoked, Instant thisUpdate, Instant nextUpdate) {
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, Date.from(thisUpdate));
        builder.setNextUpdate(Date.from(nextUpdate));
        revoked.forEach(
                one -> builder.addCRLEntry(one.getSerialNumber(), Date.from(thisUpdate), CRLReason.keyCompromise));
        try {
            BigInteger number = BigInteger.valueOf(thisUpdate.toEpochMilli());
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, ids().createAuthorityKeyIdentifier(certificate));
            return new JcaX509CRLConverter().getCRL(builder.build(signer(keys)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The example revocation list could not be made", e);
        }
    }

    /** A revocation list as PEM. */
    public byte[] revocationPem(List<X509Certificate> revoked, Instant thisUpdate, Instant nextUpdate) {
        return Pem.write(List.of(revoke(revoked, thisUpdate, nextUpdate)));
    }

    private X509Certificate leaf(ExampleSubject subject, PublicKey key) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                certificate,
                serial(random),
                Date.from(subject.validFrom()),
                Date.from(subject.validUntil()),
                ExampleExtensions.subject(subject),
                key);
        try {
            ExampleExtensions.addTo(builder);
            builder.addExtension(Extension.subjectKeyIdentifier, false, ids().createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, ids().createAuthorityKeyIdentifier(certificate));
            return signed(builder, keys);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The example certificate could not be made", e);
        }
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair keys)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(keys)));
    }

    private static ContentSigner signer(KeyPair keys) {
        try {
            return new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("ECDSA is part of every JDK", e);
        }
    }

    private static JcaX509ExtensionUtils ids() throws GeneralSecurityException {
        return new JcaX509ExtensionUtils();
    }

    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }
}

package nl.sluiswachter.kernel.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;

/**
 * The mark inside every example certificate (a policy, and the issuer's name) and every example key (a PKCS#8
 * attribute), so that they are recognised whatever their file is called. Everybody can make them; nobody may trust them.
 */
public final class ExampleMark {

    /** Organisation in the name of every example CA. */
    static final String ORGANISATION = "Sluiswachter EXAMPLE CA";

    /** A UUID-based OID (ITU-T X.667), which needs no registration. */
    static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.220568171428945381379535197859983120377");

    private ExampleMark() {}

    /** Whether the certificate is an example CA, or was issued by one. */
    public static boolean isOn(X509Certificate certificate) {
        return hasPolicy(certificate)
                || isExampleName(certificate.getIssuerX500Principal().getEncoded())
                || isExampleName(certificate.getSubjectX500Principal().getEncoded());
    }

    /** Whether the PKCS#8 key in the PEM file is an example key. */
    public static boolean isOnKey(Path file) throws IOException {
        ASN1Set attributes = Pem.privateKeyInfo(file).getAttributes();
        return attributes != null
                && Arrays.stream(attributes.toArray())
                        .anyMatch(attribute ->
                                POLICY.equals(Attribute.getInstance(attribute).getAttrType()));
    }

    static PrivateKeyInfo on(PrivateKeyInfo key) throws IOException {
        Attribute mark = new Attribute(POLICY, new DERSet(new DERUTF8String("example only")));
        return new PrivateKeyInfo(key.getPrivateKeyAlgorithm(), key.parsePrivateKey(), new DERSet(mark));
    }

    static CertificatePolicies policies() {
        return new CertificatePolicies(new PolicyInformation(POLICY));
    }

    private static boolean hasPolicy(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        return extension != null
                && CertificatePolicies.getInstance(
                                        ASN1OctetString.getInstance(extension).getOctets())
                                .getPolicyInformation(POLICY)
                        != null;
    }

    private static boolean isExampleName(byte[] name) {
        return Arrays.stream(X500Name.getInstance(name).getRDNs(BCStyle.O))
                .anyMatch(rdn -> ORGANISATION.equals(rdn.getFirst().getValue().toString()));
    }
}

package nl.sluiswachter.kernel.crypto;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** What an example certificate says about its subject; shaped like a PKIoverheid server certificate. */
final class ExampleExtensions {

    private static final ASN1ObjectIdentifier OIN = BCStyle.SERIALNUMBER;

    private ExampleExtensions() {}

    /** C, O, the OINs as {@code serialNumber}, and a common name for the local machine. */
    static X500Name subject(ExampleSubject subject) {
        X500NameBuilder name = new X500NameBuilder().addRDN(BCStyle.C, "NL").addRDN(BCStyle.O, subject.organisation());
        if (subject.joined()) {
            name.addMultiValuedRDN(
                    subject.oins().stream().map(ExampleExtensions::oin).toArray(AttributeTypeAndValue[]::new));
        } else {
            subject.oins().forEach(value -> name.addRDN(oin(value)));
        }
        return name.addRDN(BCStyle.CN, "localhost").build();
    }

    /** Usable as client of the gateway, and as server that receives its pushes on this machine. */
    static void addTo(X509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth
        }));
        builder.addExtension(Extension.certificatePolicies, false, ExampleMark.policies());
        builder.addExtension(Extension.subjectAlternativeName, false, localNames());
    }

    private static AttributeTypeAndValue oin(String value) {
        return new AttributeTypeAndValue(OIN, new DERPrintableString(value));
    }

    private static GeneralNames localNames() {
        return new GeneralNames(List.of(
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                        new GeneralName(GeneralName.iPAddress, "::1"))
                .toArray(GeneralName[]::new));
    }
}

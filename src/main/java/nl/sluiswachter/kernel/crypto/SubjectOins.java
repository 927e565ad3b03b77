package nl.sluiswachter.kernel.crypto;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Reads the OIN from the Subject attribute {@code serialNumber} (2.5.4.5); not the certificate's own serial number
 * (Digikoppeling PKI001). The name is parsed as ASN.1, so no quoting in its text form can hide or add a value.
 */
public final class SubjectOins {

    private SubjectOins() {}

    /** Every value found, also in multi-valued RDNs; only exactly one value identifies anybody. */
    public static List<String> in(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs())
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(attribute -> BCStyle.SERIALNUMBER.equals(attribute.getType()))
                .map(AttributeTypeAndValue::getValue)
                .map(SubjectOins::text)
                .toList();
    }

    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String string ? string.getString() : "";
    }
}

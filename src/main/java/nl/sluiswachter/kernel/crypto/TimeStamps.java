package nl.sluiswachter.kernel.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;

/**
 * Time stamps (RFC 3161) of authorities that are believed: that a hash existed at a moment. Certificates are judged as of that
 * moment; whether one was revoked is not asked.
 */
public final class TimeStamps {

    private static final int NONCE_BITS = 64;

    private final Set<TrustAnchor> anchors;
    private final SecureRandom random = new SecureRandom();

    /** @param anchors certificates of the authorities above those that stamp */
    public TimeStamps(List<X509Certificate> anchors) {
        this.anchors = anchors.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet());
    }

    /**
     * A stamp that was verified.
     *
     * @param at when the hash existed, by the clock of the authority
     * @param token as the authority gave it, DER
     */
    public record Stamp(Instant at, byte[] token) {}

    /** A request for the stamp of a SHA-256 hash, DER; each with another nonce. */
    public byte[] request(byte[] hash) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            return generator
                    .generate(TSPAlgorithms.SHA256, hash, new BigInteger(NONCE_BITS, random))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("A request for a time stamp can be written", e);
        }
    }

    /**
     * The stamp in an answer to a request.
     *
     * @throws TimeStampRefused when there is none, or it is not to be believed
     */
    public Stamp read(byte[] request, byte[] answer) throws TimeStampRefused {
        try {
            TimeStampRequest asked = new TimeStampRequest(request);
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(asked);
            if (response.getTimeStampToken() == null) {
                throw new TimeStampRefused("The authority gave no time stamp.");
            }
            return check(response.getTimeStampToken().getEncoded(), asked.getMessageImprintDigest());
        } catch (TSPException | IOException | RuntimeException e) { // of any kind when bytes are malformed
            throw new TimeStampRefused("The answer of the authority is none to what was asked.", e);
        }
    }

    /**
     * Verifies a stamp that was kept.
     *
     * @param hash SHA-256 that must have been stamped
     * @throws TimeStampRefused when it is of something else, or not to be believed
     */
    public Stamp check(byte[] token, byte[] hash) throws TimeStampRefused {
        try {
            TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
            boolean isOfHash =
                    TSPAlgorithms.SHA256.equals(stamp.getTimeStampInfo().getMessageImprintAlgOID())
                            && Arrays.equals(hash, stamp.getTimeStampInfo().getMessageImprintDigest());
            if (!isOfHash) {
                throw new TimeStampRefused("The time stamp is of something else.");
            }
            List<X509Certificate> certificates = certificates(stamp, null);
            X509Certificate signer = certificates(stamp, stamp.getSID()).stream()
                    .findFirst()
                    .orElseThrow(() -> new TimeStampRefused("The time stamp does not hold its signer's certificate."));
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            requireBelieved(signer, certificates, stamp.getTimeStampInfo().getGenTime());
            return new Stamp(stamp.getTimeStampInfo().getGenTime().toInstant(), token.clone());
        } catch (TSPException
                | CMSException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            throw new TimeStampRefused("The time stamp is not signed by an authority that is believed.", e);
        }
    }

    private void requireBelieved(X509Certificate signer, List<X509Certificate> certificates, Date at)
            throws GeneralSecurityException {
        X509CertSelector selector = new X509CertSelector();
        selector.setCertificate(signer);
        PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, selector);
        path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates)));
        path.setRevocationEnabled(false);
        path.setDate(at);
        CertPathBuilder.getInstance("PKIX").build(path);
    }

    /** @param which null for all */
    private static List<X509Certificate> certificates(TimeStampToken stamp, SignerId which)
            throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object holder : which == null
                ? stamp.getCertificates().getMatches(null)
                : stamp.getCertificates().getMatches(selecting(which))) {
            certificates.add(new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) holder));
        }
        return certificates;
    }

    @SuppressWarnings("unchecked") // the class of the library is a raw selector
    private static Selector<X509CertificateHolder> selecting(SignerId signer) {
        return (Selector<X509CertificateHolder>) (Selector<?>) signer;
    }
}

package nl.sluiswachter.activation;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.catalogue.Officer;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.kernel.crypto.ExampleMark;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.kernel.crypto.PersonalSignature;
import nl.sluiswachter.startup.StartRefused;

/** Reads the certificates of the officers. */
final class OfficerFiles {

    private static final String SETTING = "sluiswachter.catalogue.officers";

    private final boolean demo;

    /** @param demo whether example officers are accepted */
    OfficerFiles(boolean demo) {
        this.demo = demo;
    }

    /** @throws StartRefused naming the number of the file that cannot be used, never what is in it */
    Officers read(List<Path> files) {
        List<Officer> officers = new ArrayList<>();
        for (Path file : files) {
            String place = SETTING + "[" + officers.size() + "]";
            X509Certificate certificate = certificate(place, file);
            if (!demo && ExampleMark.isOn(certificate)) {
                throw new StartRefused("The file of " + place + " holds an example, which only the demo accepts.");
            }
            if (!PersonalSignature.isStrong(certificate.getPublicKey())) {
                throw new StartRefused("The file of " + place
                        + " must hold a certificate with an EC key of 256 bits or an RSA key of 2048 bits.");
            }
            officers.add(Officer.of(certificate));
        }
        return new Officers(officers);
    }

    private static X509Certificate certificate(String place, Path file) {
        try {
            return Pem.certificates(file).get(0);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefused("The file of " + place + " must be a PEM file with an officer's certificate.", e);
        }
    }
}

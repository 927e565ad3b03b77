package nl.sluiswachter.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueSwitch;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.kernel.crypto.PersonalKey;

/** Other versions of the rules in the running gateway, and the two example officers who approve them. */
final class Drafts {

    static final String[] OFFICERS = {"officer-1", "officer-2"};

    private static final Path CATALOGUE = Path.of("src/main/resources/catalogue");

    private final Activation activation = RunningGateway.shared().bean(Activation.class);
    private final String original = activation.inForce().version();

    Activation activation() {
        return activation;
    }

    /** The repository's rules, but no longer letting the birthdate go, and others for each number of days. */
    static SortedMap<String, String> texts(int days) {
        SortedMap<String, String> texts =
                new TreeMap<>(CatalogueFiles.in(CATALOGUE).texts());
        texts.computeIfPresent("types/WMO_ALLOCATION.yaml", (name, text) -> text.replace(
                        "identity.birthdate, identity.gender", "identity.gender")
                .replace("within: P28D", "within: P" + days + "D"));
        return texts;
    }

    /** Loads them; returns the version. */
    String load(int days) {
        return activation.load(new CatalogueFiles(texts(days))).version();
    }

    /** The version becomes the law: rehearsed, approved by both, and pressed by somebody else. */
    void putInForce(String version, String pressedBy) throws Exception {
        activation.rehearse(version, done -> {});
        for (String officer : OFFICERS) {
            activation.approve(activation.review(version, done -> {}), key(officer));
        }
        activation.activate(version, Optional.of(pressedBy));
        RunningGateway.shared().bean(CatalogueSwitch.class).look();
    }

    /** The rules with which the gateway started are the law again. */
    void bringTheOriginalBack() throws Exception {
        if (!activation.inForce().version().equals(original)) {
            putInForce(original, "test");
        }
    }

    static String page(String version) {
        return "/console/rules/versions/" + version.substring(7, 19);
    }

    static Path keyFile(String officer) {
        return RunningGateway.shared().certificate(officer + "-key.pem");
    }

    static PersonalKey key(String officer) throws IOException, GeneralSecurityException {
        return PersonalKey.read(keyFile(officer), () -> new char[0]);
    }

    static String fingerprint(String officer) throws IOException, GeneralSecurityException {
        return Fingerprint.ofKey(Pem.certificates(RunningGateway.shared().certificate(officer + ".pem"))
                .get(0));
    }
}

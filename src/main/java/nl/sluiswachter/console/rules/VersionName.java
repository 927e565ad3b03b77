package nl.sluiswachter.console.rules;

import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.activation.ActivationRefused;
import nl.sluiswachter.console.NotHere;

/** Versions as they stand in addresses. */
final class VersionName {

    private static final String PREFIX = "sha256:";
    private static final int DIGITS = 12;

    private VersionName() {}

    /** Its first digits. */
    static String brief(String version) {
        return version.substring(PREFIX.length(), PREFIX.length() + DIGITS);
    }

    /** The page about it. */
    static String page(String version) {
        return "/console/rules/versions/" + brief(version);
    }

    /** @throws NotHere when there is none of this name */
    static String whole(Activation activation, String brief) {
        try {
            return activation.resolve(brief);
        } catch (ActivationRefused e) {
            throw new NotHere();
        }
    }
}

package nl.sluiswachter.activation;

import java.util.List;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions;

/** What an operator types instead of a whole version. */
record VersionNames(JdbcCatalogueVersions versions) {

    /**
     * The one version that begins so.
     *
     * @param text a version, or at least 8 of its hex digits
     */
    String resolve(String text) {
        String prefix = text.startsWith("sha256:") ? text : "sha256:" + text;
        List<String> found = prefix.length() < "sha256:".length() + 8 ? List.of() : versions.startingWith(prefix);
        if (found.size() != 1) {
            throw new ActivationRefused(
                    found.isEmpty()
                            ? "No such version is loaded; give at least 8 digits of one that status lists."
                            : "More than one version begins so; give more digits.");
        }
        return found.get(0);
    }
}

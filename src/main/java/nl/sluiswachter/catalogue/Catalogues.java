package nl.sluiswachter.catalogue;

import java.util.Optional;

/** Every version of the law as data that this gateway ever kept, so that an old decision stays explainable. */
@FunctionalInterface
public interface Catalogues {

    /**
     * The catalogue with this version.
     *
     * @param version {@code sha256:} and 64 lowercase hex digits, as {@link Catalogue#version()}
     * @return empty when no such version is kept
     */
    Optional<Catalogue> version(String version);
}

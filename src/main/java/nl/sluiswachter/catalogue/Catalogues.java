package nl.sluiswachter.catalogue;

import java.util.Optional;

/** Every version of the catalogue that was ever in force, so that an old decision is explained by the law it used. */
@FunctionalInterface
public interface Catalogues {

    /** The catalogue with this {@code policyVersion}; empty when this gateway does not have it. */
    Optional<Catalogue> version(String version);
}

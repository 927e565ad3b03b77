package nl.sluiswachter.catalogue;

/** Gives the catalogue by which decisions are taken now. Take it once per decision. */
@FunctionalInterface
public interface ActiveCatalogue {

    /** The version in force. */
    Catalogue current();
}

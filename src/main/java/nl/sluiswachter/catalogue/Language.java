package nl.sluiswachter.catalogue;

/** Languages that people-facing texts exist in. */
public enum Language {
    NL,
    EN
}

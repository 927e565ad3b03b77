package nl.sluiswachter.api;

/** The version of the contract. */
public final class ApiVersion {

    /** Semantic version, sent with every answer (NL API Design Rules, {@code /core/version-header}). */
    public static final String CURRENT = "1.0.0";

    private ApiVersion() {}
}

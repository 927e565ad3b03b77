package nl.sluiswachter.security;

/** Why somebody is not let in. Only the log and the metrics say which; the caller never learns it. */
enum Refusal {
    NO_CERTIFICATE,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_NOT_YET_VALID,
    /** Not issued, directly or through intermediates, by an anchor of this door. */
    UNTRUSTED_CA,
    /** RSA below 3072 bits, or a signature with less than SHA-256. */
    WEAK_CERTIFICATE,
    /** A CA certificate, or one not meant for clients. */
    WRONG_PURPOSE,
    REVOKED,
    /** No readable revocation list of the issuer. */
    CRL_MISSING,
    /** The revocation list is not signed by the issuer, or covers only a part. */
    CRL_UNTRUSTED,
    /** The revocation list is past its next update and the grace period. */
    CRL_STALE,
    NO_OIN,
    SEVERAL_OINS,
    UNKNOWN_PARTY,
    /** The key is not registered for the party, or not at this moment. */
    UNKNOWN_KEY,
    WRONG_SIDE,
    PARTY_SUSPENDED
}

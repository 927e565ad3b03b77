package nl.sluiswachter.delivery;

/** Why a push failed; these codes are in the log. */
enum Failure {
    /** The receiver has no push endpoint any more. */
    NO_ENDPOINT,
    /** The receiver is not an active party. */
    RECEIVER_INACTIVE,
    /** Not a plain https address. */
    BAD_ADDRESS,
    /** Its registered CA certificates cannot be read. */
    BAD_TRUST,
    /** The host name has no address. */
    UNKNOWN_HOST,
    /** The host name leads to an address that must not be reached. */
    FORBIDDEN_ADDRESS,
    /** No connection. */
    CONNECT_FAILED,
    /** No TLS: wrong CA, wrong host name, or our certificate refused. */
    TLS_FAILED,
    /** No answer in time. */
    TIMED_OUT,
    /** The connection broke or the answer is not HTTP. */
    BROKEN_ANSWER,
    /** Redirects are not followed. */
    REDIRECTED,
    /** Status 4xx. */
    REFUSED,
    /** Status 5xx, or any other that is not 2xx. */
    RECEIVER_FAILED;

    /** Whether the next message to the same receiver would fail likewise; a refusal is about this message alone. */
    boolean concernsReceiver() {
        return this != REFUSED;
    }
}

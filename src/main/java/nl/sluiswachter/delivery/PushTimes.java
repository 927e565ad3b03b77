package nl.sluiswachter.delivery;

import java.time.Duration;

/**
 * Bounds on one push.
 *
 * @param connect for the connection and the TLS handshake, each
 * @param answer for any silence of the receiver
 */
record PushTimes(Duration connect, Duration answer) {

    /** Bound on the exchange as a whole, however slowly bytes drip in. */
    Duration whole() {
        return connect.plus(answer);
    }
}

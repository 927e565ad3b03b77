package nl.sluiswachter.delivery;

import java.net.UnknownHostException;

/** A host name leads to an address that must not be reached. */
final class ForbiddenAddress extends UnknownHostException {

    ForbiddenAddress() {
        super("The host name leads to an address that is not allowed");
    }
}

package nl.sluiswachter.kernel;

import java.util.UUID;

/** Gives unique, time-ordered identifiers. */
@FunctionalInterface
public interface IdSource {

    /** A new UUID version 7 (RFC 9562). */
    UUID next();
}

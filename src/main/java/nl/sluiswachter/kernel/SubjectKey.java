package nl.sluiswachter.kernel;

import java.util.UUID;

/** Keyed hash of a BSN or of a fallback identity set, cut to 128 bits: the only identity of a person at rest. */
public record SubjectKey(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

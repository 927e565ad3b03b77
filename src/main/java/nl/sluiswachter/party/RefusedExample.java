package nl.sluiswachter.party;

import com.fasterxml.jackson.annotation.JsonProperty;
import nl.sluiswachter.kernel.Oin;

/**
 * An example certificate that must be refused.
 *
 * @param name of its files
 * @param fault the one thing wrong with it
 * @param oin in its subject; none for {@link Fault#NO_OIN}
 */
public record RefusedExample(
        @JsonProperty(required = true) String name, @JsonProperty(required = true) Fault fault, String oin) {

    /** What is wrong with it. */
    public enum Fault {
        EXPIRED,
        REVOKED,
        WRONG_CA,
        NO_OIN,
        TWO_OINS
    }

    public RefusedExample {
        ListedParty.requireFileName(name);
        if (fault == null) {
            throw new IllegalArgumentException("example " + name + " needs a fault");
        }
        if ((fault == Fault.NO_OIN) == Oin.isValid(oin)) {
            throw new IllegalArgumentException("example " + name + " needs an oin, except with fault NO_OIN");
        }
    }
}

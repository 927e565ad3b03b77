package nl.sluiswachter.catalogue;

import java.time.Period;
import java.util.stream.Stream;

/**
 * What the sender must still do after a permit.
 *
 * @param within calendar term from the decision
 * @param unlessInformed falls away when the message says that the person was informed
 */
public record ObligationRule(String code, Period within, boolean unlessInformed, String article) {

    /** The obligation that a person looks at it afterwards, which a verdict in the log meets. */
    public static final String HUMAN_REVIEW = "HUMAN_REVIEW";

    private static final String WHEN_SAFE = "_WHEN_SAFE";

    /** The code where informing the person is not safe yet: then the term is one to look again. */
    public String codeWhenUnsafe() {
        return unlessInformed ? code + WHEN_SAFE : code;
    }

    /** Every code under which it can be imposed. */
    public Stream<String> codes() {
        return Stream.of(code, codeWhenUnsafe()).distinct();
    }
}

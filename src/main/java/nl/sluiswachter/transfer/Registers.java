package nl.sluiswachter.transfer;

import java.util.Collection;
import java.util.List;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.kernel.SubjectKey;

/** What is registered about the persons of a message. Read for every decision and never cached. */
public interface Registers {

    /** Every consent and fact registered under one of the keys, whatever its state; one round trip. */
    Known lookUp(Collection<SubjectKey> keys);

    /** What was found. */
    record Known(List<Consent> consents, List<Fact> facts) {

        public Known {
            consents = List.copyOf(consents);
            facts = List.copyOf(facts);
        }
    }
}

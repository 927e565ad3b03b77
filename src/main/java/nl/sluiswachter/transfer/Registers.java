package nl.sluiswachter.transfer;

import java.util.Collection;
import java.util.List;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.RefusedRequest;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.kernel.SubjectKey;

/** What is registered about the persons of a message. Read for every decision and never cached. */
public interface Registers {

    /** Every consent, refused request and fact registered under one of the keys, whatever its state; one round trip. */
    Known lookUp(Collection<SubjectKey> keys);

    /**
     * What was found.
     *
     * @param refusals requests for consent to which the answer was no: they decide nothing, only what is offered
     */
    record Known(List<Consent> consents, List<Fact> facts, List<RefusedRequest> refusals) {

        public Known {
            consents = List.copyOf(consents);
            facts = List.copyOf(facts);
            refusals = List.copyOf(refusals);
        }

        /** Where nobody said no. */
        public Known(List<Consent> consents, List<Fact> facts) {
            this(consents, facts, List.of());
        }
    }
}

package nl.sluiswachter.api;

import jakarta.servlet.ServletRequest;
import nl.sluiswachter.party.Party;

/** Where the doors leave the identified party for the edge. */
public final class Caller {

    /** Request attribute that holds the {@link Party}. */
    public static final String ATTRIBUTE = "nl.sluiswachter.caller";

    private Caller() {}

    /**
     * The party that was identified for this very request.
     *
     * @throws IllegalStateException when nobody was: such a request must never have come this far
     */
    public static Party of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Party party) {
            return party;
        }
        throw new IllegalStateException("The request has no identified caller");
    }
}

package nl.sluiswachter.console;

import nl.sluiswachter.api.Problem;
import nl.sluiswachter.api.ProblemException;

/** What does not exist and what somebody may not see: told alike. */
public final class NotHere extends ProblemException {

    private static final long serialVersionUID = 1L;

    public NotHere() {
        super(Problem.of(404, "NOT_FOUND", "Not found", "There is nothing here that you may see."));
    }
}

package nl.sluiswachter.api;

/** Ends a request with a problem; thrown only at the edge, where no decision has been made yet. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    /** What the caller is told. */
    public Problem problem() {
        return problem;
    }
}

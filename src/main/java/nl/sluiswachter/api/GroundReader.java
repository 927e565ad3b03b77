package nl.sluiswachter.api;

import java.util.Optional;
import java.util.TreeSet;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.Lookup;

/** Reads on which ground somebody looks into the log, of those that can be stated. */
final class GroundReader {

    private GroundReader() {}

    /** Complains to the body about another, or none. */
    static Optional<Ground> ground(Body body) {
        Optional<Ground> ground = body.required("ground").choice(Ground.class);
        if (ground.filter(Ground.LOGBOOK_READ::equals).isPresent()) {
            body.refuse("ground", "NOT_A_CHOICE", "One of the codes of the contract is expected.");
        }
        return ground;
    }

    /**
     * A look-up about nobody, of which the body says no more than the ground and the reference.
     *
     * @throws ProblemException 400 with everything that is wrong
     */
    static Lookup general(Request request, Body body) {
        Optional<Ground> ground = ground(body);
        Optional<String> reference = body.required("reference").reference();
        body.check();
        return new Lookup(
                request.caller().oin(),
                Optional.empty(),
                ground.orElseThrow(),
                reference,
                request.call(),
                new TreeSet<>(),
                SubjectIdentity.UNKNOWN,
                Optional.empty());
    }
}

package nl.sluiswachter.api;

import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Side;

/** Calls for the municipality's own systems; for others they do not exist. */
final class Municipal {

    private Municipal() {}

    /** @throws ProblemException 404 for a partner */
    static Oin oin(Request request) {
        if (request.caller().side() != Side.MUNICIPALITY) {
            throw RegisterProblems.notFound();
        }
        return request.caller().oin();
    }
}

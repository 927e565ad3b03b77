package nl.sluiswachter.transfer;

import java.util.List;

/** Third step of the path: is there consent where it is needed, and is secrecy set aside? */
public final class ConsentStage {

    private static final List<Check> CHECKS = List.of(new ConsentOfPersonsCheck(), new SecrecyCheck());

    /** Runs the checks on consent and secrecy, whatever the earlier ones found. */
    public Consented examine(Lawful lawful) {
        return new Consented(lawful.examined().examinedBy(CHECKS));
    }
}

package nl.sluiswachter.transferlog;

/**
 * A consent on which a permit rests was withdrawn after the decision and before its record. The transaction fails;
 * deciding again gives a refusal.
 */
public class ConsentWithdrawnMeanwhile extends RuntimeException {

    public ConsentWithdrawnMeanwhile() {
        super("A consent was withdrawn while the transfer was being decided");
    }
}

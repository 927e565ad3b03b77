package nl.sluiswachter.catalogue;

/** How the sender's secrecy is set aside, and on which article. */
public record SecrecyRule(SecrecyLift lift, String article) {

    /** Whether a recorded weighing sets it aside. */
    public boolean yieldsToWeighing() {
        return lift == SecrecyLift.WEIGHING || lift == SecrecyLift.WAIVER_OR_WEIGHING;
    }
}

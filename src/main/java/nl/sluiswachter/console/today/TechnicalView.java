package nl.sluiswachter.console.today;

import java.util.List;

/**
 * What an operator has to mend.
 *
 * @param doors null for whoever has nothing to do with them
 */
record TechnicalView(Doors doors, List<Canary> canaries) {

    /**
     * Who cannot be reached, and who soon cannot reach us.
     *
     * @param more whether there are more receivers than are shown
     * @param lookUp whether the reader may look transfers up
     * @param own what is to be said of the certificate of the gateway; empty for nothing
     */
    record Doors(
            List<Receiver> receivers,
            boolean more,
            boolean lookUp,
            String own,
            List<Certificate> certificates,
            boolean moreCertificates) {}

    /**
     * What does not get to one receiver.
     *
     * @param oldest since when the oldest waits; empty for none
     * @param pausedUntil until when it is left alone; empty where it is not
     */
    record Receiver(
            String oin, String name, long expired, long ending, long waiting, String oldest, String pausedUntil) {}

    /**
     * The last certificate of a party, or the agreement with it.
     *
     * @param kind which of these, key of a word
     */
    record Certificate(String oin, String name, String kind, String until, boolean ended) {}

    /**
     * A message of the gateway itself that was not refused as it must be.
     *
     * @param title of its kind of exchange
     * @param key of what was wrong, in words
     * @param code of the same, for the technical log
     */
    record Canary(String title, String key, String code) {}
}

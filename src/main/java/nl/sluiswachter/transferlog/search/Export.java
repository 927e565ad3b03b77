package nl.sluiswachter.transferlog.search;

import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * What a look-up found goes into a file, outside of what the gateway guards.
 *
 * @param by the organisation
 * @param officer who of it, as its provider of identities knows them; empty for a system
 * @param entries how many; empty while nobody knows
 */
public record Export(Oin by, Optional<String> officer, Form form, Optional<Long> entries) {

    /** What is written. */
    public enum Form {
        /** Entries as the search shows them, JSON Lines. */
        ENTRIES,
        /** The same as a table. */
        CSV,
        /** Logboek Dataverwerkingen, core records. */
        LDV,
        /** Authorization Decision Log. */
        ADL,
        /** VNG Verwerkingenlogging, verwerkingsacties. */
        VERWERKINGENLOGGING;

        /** Whether the keys of whom it is about go with it. */
        boolean hasSubjects() {
            return this != ENTRIES && this != CSV;
        }
    }
}

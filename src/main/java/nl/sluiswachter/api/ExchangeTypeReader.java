package nl.sluiswachter.api;

import java.util.Optional;
import nl.sluiswachter.catalogue.KnownLaw;

/** Reads the code of an exchange type by which entries of the log are found or held: one with a slip would silently match none. */
record ExchangeTypeReader(KnownLaw law) {

    private static final int LONGEST = 80;

    /** Complains where no kept version of the catalogue has it. */
    Optional<String> read(Member member) {
        return member.presentText(
                LONGEST,
                law::hasType,
                "EXCHANGE_TYPE_UNKNOWN",
                "The code of an exchange type of a catalogue that is kept is expected.");
    }
}

package nl.sluiswachter.console.sharing;

import java.util.Optional;
import nl.sluiswachter.catalogue.Origin;

/**
 * How often one end shared something of a type with another, and how often that was refused.
 *
 * @param title of the type, in words
 * @param law empty for a type that is not in the catalogue any more
 * @param article the most specific one; empty where no rule fits
 * @param allowed whether a rule of today's catalogue fits
 */
record Line(
        End from,
        String type,
        String title,
        Optional<Origin> law,
        String article,
        End to,
        boolean allowed,
        long permitted,
        long refused) {

    Line with(long times, long denied) {
        return new Line(from, type, title, law, article, to, allowed, times, denied);
    }

    /** The same without its ends: to be named and not drawn from end to end. */
    Line loose() {
        End nobody = new End("", "", Optional.empty());
        return new Line(nobody, type, title, law, article, nobody, allowed, permitted, refused);
    }

    /** Whether it only says that its type was not used. */
    boolean isLoose() {
        return decided() == 0 && from.key().isEmpty();
    }

    long decided() {
        return permitted + refused;
    }
}

package nl.sluiswachter.transferlog.search;

import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.crypto.Seal;

/**
 * Places as callers get them, sealed: two places in clear would tell how many entries stand between them, also those that the
 * caller may not know of. Every node opens what another sealed.
 */
public final class Cursors {

    /** The longest text that is looked at; a sealed place has 64 characters. */
    public static final int LONGEST = 64;

    private static final String REVIEW = "review";
    private static final String PREFIX = "r";

    private final Seal seal;

    /** @param keys from whose secret that of the cursors is derived */
    public Cursors(SubjectKeys keys) {
        this.seal = new Seal(keys.hash("cursor", new byte[0]));
    }

    /** Where the next page starts, for one caller; the same place gives the same text. */
    public String text(Place place, Oin caller) {
        return seal.close(place.bytes(), caller.value());
    }

    /** Reads what the same caller was given; empty for any other text. */
    public Optional<Place> parse(String text, Oin caller) {
        return open(text, caller.value());
    }

    /** A place of use for one question only. */
    public String text(Place place, Oin caller, String question) {
        return seal.close(place.bytes(), context(caller, question));
    }

    /** Reads what the same caller was given for the same question; empty for any other text. */
    public Optional<Place> parse(String text, Oin caller, String question) {
        return open(text, context(caller, question));
    }

    private static String context(Oin caller, String question) {
        return caller.value() + '\n' + question;
    }

    /** The name of an entry that is reviewed, the same for everybody; fit for a URL, so without a mark in front. */
    public String review(Place place) {
        return PREFIX + seal.close(place.bytes(), REVIEW);
    }

    /** Reads the name of an entry that is reviewed; empty for any other text. */
    public Optional<Place> parseReview(String text) {
        return text.startsWith(PREFIX) ? open(text.substring(PREFIX.length()), REVIEW) : Optional.empty();
    }

    private Optional<Place> open(String text, String context) {
        return text.length() > LONGEST
                ? Optional.empty()
                : seal.open(text, context)
                        .filter(bytes -> bytes.length == Place.LENGTH)
                        .map(Place::of);
    }
}

package nl.sluiswachter.kernel.crypto;

/** A time stamp cannot be believed, or was not given; the message says why in one sentence. */
public final class TimeStampRefused extends Exception {

    private static final long serialVersionUID = 1L;

    TimeStampRefused(String why) {
        super(why);
    }

    TimeStampRefused(String why, Exception cause) {
        super(why, cause);
    }
}

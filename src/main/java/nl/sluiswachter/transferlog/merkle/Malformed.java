package nl.sluiswachter.transferlog.merkle;

/** Something from outside has the wrong form. The only exception any parser here throws; it repeats none of the input. */
public final class Malformed extends Exception {
    private final Malformation what;

    public Malformed(Malformation what) {
        super(what.sentence());
        this.what = what;
    }

    /** What is wrong. */
    public Malformation what() {
        return what;
    }
}

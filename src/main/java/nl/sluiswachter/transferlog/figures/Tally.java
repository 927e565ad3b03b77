package nl.sluiswachter.transferlog.figures;

/**
 * How often.
 *
 * @param permitted decisions that let something through
 * @param refused decisions that did not
 * @param answered of what was let through: acknowledged or rejected by its receiver
 * @param soon of what was answered: within a day
 */
public record Tally(long permitted, long refused, long answered, long soon) {

    /** Nothing at all. */
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                permitted + other.permitted, refused + other.refused, answered + other.answered, soon + other.soon);
    }

    /** Decisions of both kinds. */
    public long decided() {
        return permitted + refused;
    }
}

package nl.sluiswachter.transferlog;

/** The same request was answered before; the path ends here with that answer. */
public class AlreadyAnswered extends RuntimeException {

    private final transient EarlierAnswer earlier;

    public AlreadyAnswered(EarlierAnswer earlier) {
        super("answered before");
        this.earlier = earlier;
    }

    /** The earlier answer. */
    public EarlierAnswer earlier() {
        return earlier;
    }
}

package nl.sluiswachter.security;

/** Somebody is refused at a door. */
final class NotLetIn extends RuntimeException {

    private final Refusal refusal;

    NotLetIn(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}

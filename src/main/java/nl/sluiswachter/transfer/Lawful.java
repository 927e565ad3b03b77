package nl.sluiswachter.transfer;

/** A message whose parties, purpose, preconditions and origins were examined. Made only by {@link PurposeStage}. */
public final class Lawful {

    private final Case examined;

    Lawful(Case examined) {
        this.examined = examined;
    }

    Case examined() {
        return examined;
    }
}

package nl.sluiswachter.transfer;

/** A lawful message whose consents and secrecy were examined. Made only by {@link ConsentStage}. */
public final class Consented {

    private final Case examined;

    Consented(Case examined) {
        this.examined = examined;
    }

    Case examined() {
        return examined;
    }
}

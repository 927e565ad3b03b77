package nl.sluiswachter.console.ground;

/** Somebody wants to look without having said why. */
final class GroundNotStated extends RuntimeException {

    GroundNotStated() {
        super("No ground was stated", null, false, false);
    }
}

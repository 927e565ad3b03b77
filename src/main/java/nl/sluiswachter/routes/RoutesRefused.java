package nl.sluiswachter.routes;

import java.util.List;

/** Stops the start: the routes are not the path. */
public class RoutesRefused extends RuntimeException {

    RoutesRefused(List<String> faults) {
        super("The routes are refused: " + String.join("; ", faults) + ".");
    }
}

package nl.sluiswachter.routes;

import java.util.List;
import nl.sluiswachter.startup.StartRefused;

/** Stops the start: the routes are not the path. */
public class RoutesRefused extends StartRefused {

    RoutesRefused(List<String> faults) {
        super("The routes are refused: " + String.join("; ", faults) + ".");
    }
}

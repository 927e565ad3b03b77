package nl.sluiswachter.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Adds the edge routes and lets the whole pass, or refuses the start. */
final class RouteGate {

    private final RouteFiles files;

    RouteGate(RouteFiles files) {
        this.files = files;
    }

    /** @throws RoutesRefused with every fault */
    void open(CamelContext camel) {
        try {
            List<String> faults = new ArrayList<>(files.strangers());
            faults.addAll(files.intruders());
            if (faults.isEmpty()) {
                TakenNames taken = new TakenNames(camel);
                load(camel, files.edgeFiles());
                faults.addAll(taken.faults());
            }
            Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
            faults.addAll(new RouteCheck(model, camel.getRegistry()).faults());
            if (!faults.isEmpty()) {
                throw new RoutesRefused(faults);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The route files cannot be read", e);
        }
    }

    private static void load(CamelContext camel, List<Path> edge) {
        RoutesLoader loader = PluginHelper.getRoutesLoader(camel);
        for (Path file : edge) {
            try {
                loader.loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file));
            } catch (Exception e) {
                throw new RoutesRefused(List.of(file + " cannot be loaded: " + e.getMessage()));
            }
        }
    }
}

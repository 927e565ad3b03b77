package nl.sluiswachter.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.RouteDefinition;

/** The ids and entrances of the routes of the jar. Camel lets a later route with the same id silently replace them. */
final class TakenNames {

    private final CamelContext camel;
    private final List<RouteDefinition> routes;
    private final Set<String> ids;
    private final Set<String> entrances;

    /** @param camel with the routes of the jar, and no other yet */
    TakenNames(CamelContext camel) {
        this.camel = camel;
        Model model = model(camel);
        this.routes = List.copyOf(model.getRouteDefinitions());
        this.ids = Stream.concat(
                        routes.stream().map(RouteDefinition::getRouteId),
                        model.getRestDefinitions().stream()
                                .flatMap(rest -> rest.getVerbs().stream())
                                .map(OptionalIdentifiedDefinition::getId))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        this.entrances = routes.stream().map(this::entrance).collect(Collectors.toUnmodifiableSet());
    }

    /** One sentence per name that a route added since then has from the jar. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        model(camel).getRouteDefinitions().stream()
                .filter(route -> routes.stream().noneMatch(ours -> ours == route))
                .forEach(route -> {
                    if (ids.contains(Objects.toString(route.getRouteId(), ""))) {
                        faults.add("An edge route has the id " + route.getRouteId() + ", which is one of the jar");
                    }
                    if (entrances.contains(entrance(route))) {
                        faults.add("An edge route enters at " + entrance(route) + ", as a route of the jar does");
                    }
                });
        return faults;
    }

    private String entrance(RouteDefinition route) {
        String uri = RouteText.of(route).fill(route.getInput().getEndpointUri());
        return RouteText.of(route).address(camel.resolvePropertyPlaceholders(uri));
    }

    private static Model model(CamelContext camel) {
        return camel.getCamelContextExtension().getContextPlugin(Model.class);
    }
}

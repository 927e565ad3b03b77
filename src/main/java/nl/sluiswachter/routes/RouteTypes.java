package nl.sluiswachter.routes;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.Model;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RemoveHeadersDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;

/** What the routes take and make, so that a step that calls a route is judged as the steps of that route would be. */
final class RouteTypes {

    private final Model model;
    private final BeanMethods methods;
    private final Set<String> asked = new HashSet<>();

    RouteTypes(Model model, BeanMethods methods) {
        this.model = model;
        this.methods = methods;
    }

    /** One sentence per fault of this route. */
    List<String> faults(RouteDefinition route) {
        StepTypes types = typesOf(route);
        types.walk(route.getOutputs());
        if (entering(entrance(route)).isEmpty()) {
            types.checkEnd(route.getOutputs());
        }
        return types.faults();
    }

    /** What the route at this address must be given; empty when it takes anything. */
    Optional<Class<?>> taken(String address) {
        return once("taken " + address, () -> route(address).flatMap(this::taken));
    }

    /** What a step finds after it called the route at this address: {@code void} when that answers by itself. */
    Type made(String address) {
        if (entering(address).isEmpty()) {
            return void.class;
        }
        return once("made " + address, () -> route(address).map(this::made)).orElse(void.class);
    }

    private Type made(RouteDefinition route) {
        StepTypes types = typesOf(route);
        types.walk(route.getOutputs());
        return types.result();
    }

    /** Nothing is known of a route that calls itself. */
    private <T> Optional<T> once(String question, Supplier<Optional<T>> answer) {
        if (!asked.add(question)) {
            return Optional.empty();
        }
        try {
            return answer.get();
        } finally {
            asked.remove(question);
        }
    }

    private StepTypes typesOf(RouteDefinition route) {
        Type entering = entering(entrance(route)).orElse(null);
        return new StepTypes(this, methods, "Route " + route.getRouteId(), RouteText.of(route), entering);
    }

    /** What is in the message when the route begins: only steps that call it can say so, not a call from outside. */
    private Optional<Class<?>> entering(String address) {
        boolean fromOutside = model.getRestDefinitions().stream()
                .flatMap(rest -> rest.getVerbs().stream())
                .anyMatch(verb -> verb.getTo().getUri().equals(address));
        boolean fromSteps = model.getRouteDefinitions().stream()
                .flatMap(route -> targets(RouteText.of(route), route.getOutputs()).stream())
                .anyMatch(address::equals);
        return fromSteps && !fromOutside ? taken(address) : Optional.empty();
    }

    private Optional<Class<?>> taken(RouteDefinition route) {
        RouteText text = RouteText.of(route);
        for (ProcessorDefinition<?> step : route.getOutputs()) {
            if (step instanceof BeanDefinition bean) {
                return methods.find(bean, text).flatMap(BeanMethods::taken);
            }
            if (step instanceof SendDefinition<?> send) {
                return taken(text.address(send.getUri()));
            }
            if (!(step instanceof RemoveHeadersDefinition || step instanceof OnExceptionDefinition)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<String> targets(RouteText text, List<ProcessorDefinition<?>> steps) {
        List<String> targets = new ArrayList<>();
        for (ProcessorDefinition<?> step : steps) {
            if (step instanceof SendDefinition<?> send) {
                targets.add(text.address(send.getUri()));
            }
            targets.addAll(targets(text, step.getOutputs()));
        }
        return targets;
    }

    private Optional<RouteDefinition> route(String address) {
        return model.getRouteDefinitions().stream()
                .filter(route -> entrance(route).equals(address))
                .findFirst();
    }

    private static String entrance(RouteDefinition route) {
        return RouteText.of(route).address(route.getInput().getEndpointUri());
    }
}

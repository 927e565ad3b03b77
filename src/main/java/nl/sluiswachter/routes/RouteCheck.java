package nl.sluiswachter.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RemoveHeadersDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.language.ConstantExpression;
import org.apache.camel.model.language.ExpressionDefinition;
import org.apache.camel.model.language.SimpleExpression;
import org.apache.camel.spi.Registry;

/**
 * Judges the routes as Camel has read them. Finds what Camel itself starts with and only shows later: a step left out or
 * moved, a call of a route that does not exist, error handling that applies to nothing, and steps that only code may do.
 */
final class RouteCheck {

    /** Steps a route may have; everything that computes, chooses an address or runs a script is code. */
    private static final Set<String> STEPS =
            Set.of("bean", "to", "choice", "when", "otherwise", "split", "throttle", "removeHeaders", "onException");

    private static final String DIRECT = "direct:";
    private static final String PATH = "transfer";
    private static final String READ = "edge.read";

    private final Model model;
    private final RouteTypes types;
    private final List<String> faults = new ArrayList<>();

    RouteCheck(Model model, Registry beans) {
        this.model = model;
        this.types = new RouteTypes(model, new BeanMethods(beans));
    }

    /** One sentence per fault; empty when the gateway may start. */
    List<String> faults() {
        Set<String> entrances = new TreeSet<>();
        model.getRouteDefinitions()
                .forEach(route -> entrances.add(
                        RouteText.of(route).address(route.getInput().getEndpointUri())));
        if (!entrances.contains(DIRECT + PATH)) {
            faults.add("There is no route " + PATH + " among " + entrances
                    + ": without it there is no path for a message");
        }
        model.getRouteDefinitions().forEach(route -> check(route, entrances));
        model.getRestDefinitions().stream()
                .flatMap(rest -> rest.getVerbs().stream())
                .forEach(verb ->
                        checkTarget("Call " + verb.getPath(), verb.getTo().getUri(), entrances));
        checkErrorHandling(model.getRouteConfigurationDefinitions());
        return List.copyOf(faults);
    }

    private void check(RouteDefinition route, Set<String> entrances) {
        String name = "Route " + route.getRouteId();
        RouteText text = RouteText.of(route);
        checkSteps(name, text, route.getOutputs(), entrances);
        checkHeaders(name, text, route.getOutputs());
        faults.addAll(types.faults(route));
    }

    /** With an id it would only hold for the routes that name it: silently for none. */
    private void checkErrorHandling(List<RouteConfigurationDefinition> configurations) {
        if (configurations.stream().allMatch(one -> one.getId() != null)) {
            faults.add("There is no error handling for every route");
        }
        configurations.stream()
                .filter(one -> one.getId() != null)
                .forEach(one -> faults.add(
                        "The error handling " + one.getId() + " has an id, so it does not hold for every route"));
    }

    /** What a caller sent as header must be gone before the next step: some headers tell Camel what to do. */
    private void checkHeaders(String name, RouteText text, List<ProcessorDefinition<?>> steps) {
        for (int i = 0; i < steps.size(); i++) {
            boolean reads = steps.get(i) instanceof BeanDefinition bean
                    && (text.fill(bean.getRef()) + "." + text.fill(bean.getMethod())).equals(READ);
            boolean forgets = i + 1 < steps.size()
                    && steps.get(i + 1) instanceof RemoveHeadersDefinition remove
                    && "*".equals(remove.getPattern())
                    && remove.getExcludePattern() == null;
            if (reads && !forgets) {
                faults.add(name + " does not remove all headers right after " + READ);
            }
        }
    }

    private void checkSteps(String name, RouteText text, List<ProcessorDefinition<?>> steps, Set<String> entrances) {
        for (ProcessorDefinition<?> step : steps) {
            if (!STEPS.contains(step.getShortName())) {
                faults.add(name + " has a step " + step.getShortName() + "; allowed are " + new TreeSet<>(STEPS));
            }
            if (!isPlain(step)) {
                faults.add(name + " computes in a step " + step.getShortName()
                        + "; allowed are a constant and the simple ${body}");
            }
            if (step instanceof SendDefinition<?> send) {
                checkTarget(name, text.address(send.getUri()), entrances);
            }
            checkSteps(name, text, step.getOutputs(), entrances);
        }
    }

    /** Any other expression can read the environment, call a bean or compute with what is in a message. */
    private static boolean isPlain(ProcessorDefinition<?> step) {
        if (step instanceof ChoiceDefinition choice) {
            return choice.getWhenClauses().stream().allMatch(when -> isPlain(when.getExpression()));
        }
        return !(step instanceof ExpressionNode node) || isPlain(node.getExpression());
    }

    private static boolean isPlain(ExpressionDefinition expression) {
        return expression instanceof ConstantExpression
                || expression instanceof SimpleExpression && "${body}".equals(expression.getExpression());
    }

    private void checkTarget(String name, String target, Set<String> entrances) {
        if (!target.startsWith(DIRECT)) {
            faults.add(name + " sends to " + target.replaceAll(":.*", "") + "; only direct: is allowed");
        } else if (!entrances.contains(target)) {
            faults.add(name + " calls " + target + ", which no route answers");
        }
    }
}

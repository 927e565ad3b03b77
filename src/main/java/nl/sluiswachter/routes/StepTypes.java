package nl.sluiswachter.routes;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.SplitDefinition;

/** Follows the type of the message through the steps of a route: each must take what the one before it makes. */
final class StepTypes {

    private final RouteTypes routes;
    private final BeanMethods methods;
    private final String name;
    private final RouteText text;
    private final List<String> faults = new ArrayList<>();
    private Type carried;
    private Type ended = void.class;

    /** @param carried what is in the message before the first step; null when nothing is known of it */
    StepTypes(RouteTypes routes, BeanMethods methods, String name, RouteText text, Type carried) {
        this.routes = routes;
        this.methods = methods;
        this.name = name;
        this.text = text;
        this.carried = carried;
    }

    void walk(List<ProcessorDefinition<?>> steps) {
        boolean several = false;
        for (ProcessorDefinition<?> step : steps) {
            if (several && !(step instanceof SplitDefinition)) {
                faults.add(name + " does not split what it has several of: a step is missing or misplaced");
            }
            if (step instanceof BeanDefinition bean) {
                follow(bean);
            } else if (step instanceof SendDefinition<?> send) {
                follow(text.address(send.getUri()));
            } else if (step instanceof OnExceptionDefinition) {
                aside(step.getOutputs());
            } else if (!step.getOutputs().isEmpty()) {
                inside(step);
            }
            several = step instanceof BeanDefinition && item(ended) != null;
        }
    }

    List<String> faults() {
        return faults;
    }

    /** What the last step made; {@code void} when nothing. */
    Type result() {
        return ended;
    }

    /** A result that no step takes means that a step is gone: the answer would never be written. */
    void checkEnd(List<ProcessorDefinition<?>> steps) {
        ProcessorDefinition<?> last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        boolean makes = last instanceof BeanDefinition || last instanceof SendDefinition<?>;
        if (makes && ended != void.class && faults.isEmpty()) {
            faults.add(name + " ends with " + simpleName(ended) + ", which no step takes: a step is missing");
        }
    }

    /** What a split does to each item leaves the whole as it was; after any other branching nothing is known. */
    private void inside(ProcessorDefinition<?> step) {
        Type before = carried;
        boolean splits = step instanceof SplitDefinition;
        carried = splits ? item(before) : before;
        ended = void.class;
        walk(step.getOutputs());
        checkEnd(step.getOutputs());
        carried = splits || carried == before ? before : null;
        ended = void.class;
    }

    /** Error handling stands among the steps, but is none of them. */
    private void aside(List<ProcessorDefinition<?>> steps) {
        StepTypes handling = new StepTypes(routes, methods, name, text, null);
        handling.walk(steps);
        handling.checkEnd(steps);
        faults.addAll(handling.faults());
    }

    private void follow(BeanDefinition step) {
        String call = text.fill(step.getRef()) + "." + text.fill(step.getMethod());
        Optional<Method> method = methods.find(step, text);
        if (method.isEmpty()) {
            faults.add(name + " calls " + call + ", which is not one public method of a bean");
            return;
        }
        BeanMethods.taken(method.get()).ifPresent(wanted -> demand(call, wanted));
        ended = method.get().getGenericReturnType();
        if (ended != void.class) {
            carried = ended;
        }
    }

    private void follow(String address) {
        routes.taken(address).ifPresent(wanted -> demand(address, wanted));
        ended = routes.made(address);
        carried = ended == void.class ? null : ended;
    }

    private void demand(String call, Class<?> wanted) {
        if (carried == null || !wanted.isAssignableFrom(raw(carried))) {
            faults.add(name + " calls " + call + " with " + simpleName(carried) + ", but it takes "
                    + wanted.getSimpleName() + ": a step is missing or misplaced");
        }
    }

    private static Type item(Type list) {
        return list instanceof ParameterizedType generic && Iterable.class.isAssignableFrom(raw(list))
                ? generic.getActualTypeArguments()[0]
                : null;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static String simpleName(Type type) {
        return type == null ? "nothing" : raw(type).getSimpleName();
    }
}

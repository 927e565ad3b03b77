package nl.sluiswachter.routes;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.spi.Registry;

/** Follows the type of the message through the bean steps of a route: each must take what the one before it makes. */
final class StepTypes {

    private final Registry beans;
    private final RouteText text;
    private final List<String> faults = new ArrayList<>();
    private Class<?> carried;
    private Class<?> ended = void.class;

    StepTypes(Registry beans, RouteText text) {
        this.beans = beans;
        this.text = text;
    }

    List<String> faults(String name, List<ProcessorDefinition<?>> steps) {
        for (ProcessorDefinition<?> step : steps) {
            if (step instanceof BeanDefinition bean) {
                follow(name, bean);
            } else if (step instanceof SendDefinition<?>) {
                carried = null;
            }
        }
        checkEnd(name, steps);
        return faults;
    }

    /** A result that no step takes means that a step is gone: the answer would never be written. */
    private void checkEnd(String name, List<ProcessorDefinition<?>> steps) {
        boolean endsInBean = !steps.isEmpty() && steps.get(steps.size() - 1) instanceof BeanDefinition;
        if (endsInBean && ended != void.class && faults.isEmpty()) {
            faults.add(name + " ends with " + ended.getSimpleName() + ", which no step takes: a step is missing");
        }
    }

    private void follow(String name, BeanDefinition step) {
        String ref = text.fill(step.getRef());
        String called = text.fill(step.getMethod());
        String call = ref + "." + called;
        Optional<Method> method = method(ref, called);
        if (method.isEmpty()) {
            faults.add(name + " calls " + call + ", which is not one public method of a bean");
            return;
        }
        Optional<Class<?>> wanted = Arrays.<Class<?>>stream(method.get().getParameterTypes())
                .filter(type -> type != Exchange.class)
                .findFirst();
        wanted.filter(type -> carried == null || !type.isAssignableFrom(carried))
                .ifPresent(type -> faults.add(name + " calls " + call + " with " + simpleName(carried)
                        + ", but it takes " + type.getSimpleName() + ": a step is missing or misplaced"));
        ended = method.get().getReturnType();
        if (ended != void.class) {
            carried = method.get().getReturnType();
        }
    }

    private Optional<Method> method(String ref, String name) {
        Object bean = ref.isEmpty() ? null : beans.lookupByName(ref);
        if (bean == null) {
            return Optional.empty();
        }
        List<Method> named = Arrays.stream(bean.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static String simpleName(Class<?> type) {
        return type == null ? "nothing" : type.getSimpleName();
    }
}

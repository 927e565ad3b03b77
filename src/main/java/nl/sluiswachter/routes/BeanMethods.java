package nl.sluiswachter.routes;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.spi.Registry;

/** The methods that bean steps call. */
record BeanMethods(Registry beans) {

    /** The one public method of that name; empty when the bean has none, or several. */
    Optional<Method> find(BeanDefinition step, RouteText text) {
        String ref = text.fill(step.getRef());
        Object bean = ref.isEmpty() ? null : beans.lookupByName(ref);
        if (bean == null) {
            return Optional.empty();
        }
        List<Method> named = Arrays.stream(bean.getClass().getMethods())
                .filter(method -> method.getName().equals(text.fill(step.getMethod())) && !method.isBridge())
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** What the method takes from the message; empty when it takes the exchange only, or nothing. */
    static Optional<Class<?>> taken(Method method) {
        return Arrays.<Class<?>>stream(method.getParameterTypes())
                .filter(type -> type != Exchange.class)
                .findFirst();
    }
}

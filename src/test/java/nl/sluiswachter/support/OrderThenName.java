package nl.sluiswachter.support;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/** Test classes in the same order on every machine, whatever its file system says: by their {@link Order}, then by name. */
public final class OrderThenName implements ClassOrderer {

    private static final Comparator<ClassDescriptor> ORDER = Comparator.<ClassDescriptor>comparingInt(
                    one -> one.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT))
            .thenComparing(one -> one.getTestClass().getName());

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(ORDER);
    }
}

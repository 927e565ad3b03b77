package nl.sluiswachter.support;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The class path of a gateway in a process of its own: what runs in production, without classes of tests. */
public final class ProductionClassPath {

    private ProductionClassPath() {}

    /** As the option {@code -cp} takes it. */
    public static String text() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

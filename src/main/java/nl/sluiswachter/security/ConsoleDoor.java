package nl.sluiswachter.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What a request to the console passes before anything of the console sees it. */
public final class ConsoleDoor {

    /** Where the console is. */
    public static final String PATH = "/console";

    private final List<Filter> filters;

    ConsoleDoor(List<Filter> filters) {
        this.filters = List.copyOf(filters);
    }

    /** Filters, in order; they throw {@link nl.sluiswachter.api.ProblemException} for whom they turn away. */
    public List<Filter> filters() {
        return filters;
    }

    /** Whether the request came through the open door and asks for something of the console. */
    public static boolean leadsTo(HttpServletRequest request) {
        return Surface.of(request).filter(Surface.OPEN::equals).isPresent() && isBelow(SurfaceFilter.path(request));
    }

    static boolean isBelow(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }
}

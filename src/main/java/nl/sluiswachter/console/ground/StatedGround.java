package nl.sluiswachter.console.ground;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.search.Ground;

/**
 * Why an officer looks into the log, and for which file. A method of a controller that has a parameter of this type is called
 * only once it is stated.
 *
 * @param reference to the file in which the ground can be found; never a person
 */
public record StatedGround(Ground ground, String reference) {

    private static final String ATTRIBUTE = "ground";

    /** What was stated in this session. */
    public static Optional<StatedGround> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> texts
                ? Optional.of(
                        new StatedGround(Ground.valueOf((String) texts.get("ground")), (String) texts.get("reference")))
                : Optional.empty();
    }

    /** Keeps it until the session ends or another is stated. */
    void keep(HttpSession session) {
        session.setAttribute(
                ATTRIBUTE, new java.util.TreeMap<>(Map.of("ground", ground.name(), "reference", reference)));
    }
}

package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A remedy as it applies to one refused message: what exactly to do, without a value of the message.
 *
 * @param code of the remedy in the catalogue
 * @param person ref of the person it is about
 * @param call the API call that fulfils it
 * @param details names to choose from or to act on: {@code fields}, {@code exchangeTypes}, {@code members} and the like
 * @param body the body of the call, complete but for the identity of the person
 */
public record WayOut(
        String code,
        Optional<String> person,
        Optional<String> call,
        Map<String, List<String>> details,
        Optional<ObjectNode> body) {

    static WayOut of(String code, Optional<String> person, Optional<String> call) {
        return new WayOut(code, person, call, Map.of(), Optional.empty());
    }

    /** The same with a list of names; an empty list adds nothing. */
    WayOut with(String name, List<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        Map<String, List<String>> all = new TreeMap<>(details);
        all.put(name, List.copyOf(names));
        return new WayOut(code, person, call, Collections.unmodifiableMap(all), body);
    }

    WayOut calling(String otherCall) {
        return new WayOut(code, person, Optional.of(otherCall), details, body);
    }

    WayOut sending(ObjectNode content) {
        return new WayOut(code, person, call, details, Optional.of(content));
    }
}

package nl.sluiswachter.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The items of a request or an answer as its receiver will read them. */
final class DataItems {

    private final Case examined;

    DataItems(Case examined) {
        this.examined = examined;
    }

    /**
     * Those that no check left out; of an answer also what was asked and not spoken of. What is said to be provided and does
     * not go along is refused, whoever left it out.
     */
    List<DataItem> remaining() {
        Map<String, DataItem> items = new LinkedHashMap<>();
        examined.message().dataItems().stream()
                .filter(item -> !examined.isRemoved(item))
                .forEach(item -> items.putIfAbsent(item.field(), item));
        if (examined.type().answers() != null) {
            examined.asked().ifPresent(request -> request.fields().stream()
                    .sorted()
                    .forEach(field -> items.putIfAbsent(field, DataItem.silent(field, DataItem.Outcome.PROVIDED))));
            Set<String> left = examined.persons().stream()
                    .flatMap(person -> examined.remaining(person).stream())
                    .collect(Collectors.toSet());
            items.replaceAll((field, item) -> left.contains(field) ? item.given() : item.withheld());
        }
        return List.copyOf(items.values());
    }
}

package nl.sluiswachter.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of a request or an answer as its receiver will read them. */
final class DataItems {

    private final Case examined;

    DataItems(Case examined) {
        this.examined = examined;
    }

    /** Those that no check left out; of an answer also what was asked and not spoken of. */
    List<DataItem> remaining(List<MinimalPerson> persons) {
        Map<String, DataItem> items = new LinkedHashMap<>();
        examined.message().dataItems().stream()
                .filter(item -> !examined.isRemoved(item))
                .forEach(item -> items.putIfAbsent(item.field(), item));
        if (examined.type().answers() != null) {
            examined.asked().ifPresent(request -> request.fields().stream()
                    .sorted()
                    .forEach(field -> items.putIfAbsent(field, DataItem.silent(field, DataItem.Outcome.PROVIDED))));
            items.replaceAll((field, item) -> asItIs(item, persons));
        }
        return List.copyOf(items.values());
    }

    /** What is said to be provided and is not there is refused, whoever left it out. */
    private static DataItem asItIs(DataItem item, List<MinimalPerson> persons) {
        boolean there = persons.stream().anyMatch(person -> person.fields().containsKey(item.field()));
        return there ? item.given() : item.withheld();
    }
}

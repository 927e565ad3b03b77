package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;

/**
 * An answer that gives nothing and says why is an answer too: where the law gives a right to answer, a weighing can end in
 * no (Wmo 2015 art. 5.2.6). Nothing then urges its sender to give something all the same.
 */
final class RefusedAnswer {

    private RefusedAnswer() {}

    /** Whether every item is refused with a reason from the list, and so is everything that was asked. */
    static boolean isWhole(Case input) {
        List<DataItem> items = input.message().dataItems().stream()
                .filter(item -> !input.isRemoved(item))
                .toList();
        Set<String> refused = items.stream().map(DataItem::field).collect(Collectors.toSet());
        return input.type().answers() != null
                && !items.isEmpty()
                && items.stream().allMatch(DataItem::isRefused)
                && input.asked()
                        .map(request -> request.fields().stream()
                                .allMatch(field -> refused.contains(field) || accompanies(input.catalogue(), field)))
                        .orElse(true);
    }

    /** Whether these alternatives say more than who or which case it is about: that can be refused. */
    static boolean canSpare(Catalogue catalogue, ExchangeType type, List<String> oneOf) {
        return type.answers() != null && oneOf.stream().noneMatch(path -> accompanies(catalogue, path));
    }

    private static boolean accompanies(Catalogue catalogue, String path) {
        return catalogue.fields().containsKey(path)
                && catalogue.fields().get(path).accompanies();
    }
}

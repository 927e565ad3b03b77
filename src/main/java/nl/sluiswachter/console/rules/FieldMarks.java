package nl.sluiswachter.console.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.console.rules.TypeView.Mark;

/** Why a field stands on a list, as far as the catalogue says it. */
record FieldMarks(Catalogue law, ExchangeRule rule) {

    /** What must be there is judged of the person whom it is about. */
    List<Mark> of(Relation relation, String path) {
        List<Mark> marks = new ArrayList<>();
        if (relation == Relation.SUBJECT) {
            rule.fields().mandatory().stream()
                    .filter(one -> one.contains(path))
                    .map(one -> one.size() == 1 ? Mark.MUST : Mark.ONE_OF)
                    .distinct()
                    .forEach(marks::add);
        }
        FieldRule field = law.fields().get(path);
        Map<Mark, Boolean> kinds = Map.of(
                Mark.IDENTIFIES, field.accompanies(),
                Mark.SENSITIVE, field.sensitive(),
                Mark.CODED, rule.fields().coded().contains(path),
                Mark.BY_NAME, rule.fields().byName().contains(path));
        kinds.keySet().stream().filter(kinds::get).sorted().forEach(marks::add);
        return List.copyOf(marks);
    }
}

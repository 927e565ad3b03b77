package nl.sluiswachter.console.transfers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.LeftOut;
import nl.sluiswachter.transferlog.RecordedDecision.Someone;

/** What the sender offered beside what the receiver got: names and reasons. The log has no values. */
final class FieldTable {

    private final RecordedDecision decision;
    private final Catalogue law;
    private final Words words;
    private final TransferWords reasons;
    private final boolean mayHaveArrived;

    /** @param mayHaveArrived whether what was let through may have got to the receiver */
    FieldTable(RecordedDecision decision, Catalogue law, Words words, TransferWords reasons, boolean mayHaveArrived) {
        this.decision = decision;
        this.law = law;
        this.words = words;
        this.reasons = reasons;
        this.mayHaveArrived = mayHaveArrived;
    }

    List<TransferView.Field> rows() {
        List<TransferView.Field> rows = new ArrayList<>();
        decision.persons().forEach(person -> rows.addAll(of(person)));
        return rows;
    }

    private List<TransferView.Field> of(Someone person) {
        Map<String, LeftOut> gone = new HashMap<>();
        decision.removed().stream()
                .filter(one -> one.person().equals(person.ref()))
                .forEach(one -> gone.put(one.field(), one));
        Set<String> paths = new TreeSet<>(person.submitted());
        paths.addAll(person.delivered());
        paths.addAll(gone.keySet());
        return paths.stream().map(path -> row(person, path, gone.get(path))).toList();
    }

    private TransferView.Field row(Someone person, String path, LeftOut gone) {
        boolean went = mayHaveArrived && person.delivered().contains(path);
        return new TransferView.Field(
                called(person),
                words.field(path),
                path,
                gone != null || person.submitted().contains(path),
                went,
                went && gone == null ? "" : reason(gone),
                gone == null ? "" : gone.article());
    }

    /** Where this field was not left out by itself, none of the message went. */
    private String reason(LeftOut gone) {
        if (gone != null) {
            return reasons.reason(gone.code().name());
        }
        if (decision.permit()) {
            return mayHaveArrived ? "" : reasons.word("transfer.fields.missed");
        }
        return reasons.word(decision.supposed() ? "transfer.fields.supposed" : "transfer.fields.refused");
    }

    /** Two children are told apart by how the message refers to them. */
    private String called(Someone person) {
        String relation = words.of(law.voices().persons().get(person.relation()).one());
        return decision.persons().size() == 1 ? relation : relation + " (" + person.ref() + ")";
    }
}

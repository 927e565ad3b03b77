package nl.sluiswachter.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.transfer.DataItem;

/** Reads {@code dataItems}: what a request asks for, or what an answer says about it. */
final class DataItemsReader {

    private static final int MOST = 64;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_CONDITIONS = 8;
    private static final String PATH = "[a-z][A-Za-z_]{0,39}\\.[a-z][A-Za-z_]{0,39}";

    private final Set<String> fields = new HashSet<>();

    List<DataItem> read(Member items) {
        List<DataItem> read = new ArrayList<>();
        if (!items.isAbsent()) {
            items.list(0, MOST)
                    .forEach(member -> member.object().flatMap(this::item).ifPresent(read::add));
        }
        return read;
    }

    private Optional<DataItem> item(Body body) {
        Member field = body.required("field");
        Optional<String> path = field.matching(PATH, "A field path of the vocabulary is expected.")
                .flatMap(name -> fields.add(name)
                        ? Optional.of(name)
                        : field.refused("FIELD_NAMED_TWICE", "Each field is named once."));
        Optional<String> purpose = body.optional("purpose").presentText(LONGEST_TEXT);
        Optional<String> necessity = body.optional("necessity").presentText(LONGEST_TEXT);
        Member outcome = body.optional("outcome");
        Optional<DataItem.Outcome> stated =
                outcome.isAbsent() ? Optional.empty() : outcome.choice(DataItem.Outcome.class);
        Optional<String> reason = body.optional("reason").presentText(LONGEST_TEXT);
        List<String> conditions = new ArrayList<>();
        Member list = body.optional("conditions");
        if (!list.isAbsent()) {
            list.list(0, MOST_CONDITIONS)
                    .forEach(member -> member.text(LONGEST_TEXT).ifPresent(conditions::add));
        }
        return path.map(name -> new DataItem(name, purpose, necessity, stated, reason, conditions));
    }
}

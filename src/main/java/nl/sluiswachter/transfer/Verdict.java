package nl.sluiswachter.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.catalogue.Code;

/** What one check says: its findings, and the fields that may not stay. */
record Verdict(List<Finding> findings, Map<FieldRef, Removal> removals) {

    static Verdict of(Finding... findings) {
        return new Verdict(List.of(findings), Map.of());
    }

    /** Collects while a check goes through persons and fields. */
    static final class Builder {

        private final List<Finding> findings = new ArrayList<>();
        private final Map<FieldRef, Removal> removals = new LinkedHashMap<>();

        Builder add(Finding finding) {
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
            return this;
        }

        Builder remove(Person person, String path, Code code, String article) {
            removals.putIfAbsent(new FieldRef(person.ref(), path), new Removal(person.ref(), path, code, article));
            return this;
        }

        /** Part of the text was left out, the field stays. */
        Builder mask(Person person, String path, Code code, String article) {
            removals.putIfAbsent(FieldRef.textOf(person, path), new Removal(person.ref(), path, code, article));
            return this;
        }

        /** An item of a request or an answer is left out like a field of nobody. */
        Builder removeItem(DataItem item, Code code, String article) {
            FieldRef ref = FieldRef.of(item);
            removals.putIfAbsent(ref, new Removal(ref.person(), ref.path(), code, article));
            return this;
        }

        boolean isRemoved(DataItem item) {
            return removals.containsKey(FieldRef.of(item));
        }

        boolean isWithoutRemovals() {
            return removals.isEmpty();
        }

        /** The verdict; with the finding that stands when none was added. */
        Verdict orElse(Finding otherwise) {
            if (findings.isEmpty()) {
                findings.add(otherwise);
            }
            return new Verdict(List.copyOf(findings), removals);
        }
    }
}

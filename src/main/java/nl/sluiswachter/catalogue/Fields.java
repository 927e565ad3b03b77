package nl.sluiswachter.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The allow-list of an exchange type.
 *
 * @param perRelation what may be sent about whom; a relation that is absent may not appear
 * @param mandatory without one of each list the message has no use; judged on the subject
 * @param byName fields for which a consent counts only when it names the very field, not a group of fields
 * @param coded fields that may hold one short reason only, no story
 * @param secretAddress whether an address with BRP secrecy may go, flagged
 */
public record Fields(
        Map<Relation, Set<String>> perRelation,
        List<List<String>> mandatory,
        Set<String> byName,
        Set<String> coded,
        boolean secretAddress) {

    public Fields {
        perRelation = Map.copyOf(perRelation);
        byName = byName == null ? Set.of() : Set.copyOf(byName);
        coded = coded == null ? Set.of() : Set.copyOf(coded);
        mandatory = mandatory.stream().map(List::copyOf).toList();
    }

    /** What may be sent about a person in this relation; nothing where it may not appear. */
    public Set<String> of(Relation relation) {
        return perRelation.getOrDefault(relation, Set.of());
    }

    /** Whether the field may go about a person in this relation. */
    public boolean allow(Relation relation, String path) {
        return of(relation).contains(path);
    }
}

package nl.sluiswachter.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The subject keys under which one person may be registered: by BSN, by identity set, by both or by neither. */
public record SubjectIdentity(Optional<SubjectKey> byBsn, Optional<SubjectKey> bySet) {

    /** Somebody about whom too little is known to look anything up. */
    public static final SubjectIdentity UNKNOWN = new SubjectIdentity(Optional.empty(), Optional.empty());

    /** The key used for the log: that of the BSN where known, else that of the identity set. */
    public Optional<SubjectKey> preferred() {
        return byBsn.isPresent() ? byBsn : bySet;
    }

    /** All keys of the person: an entry made under one must be found by the other. */
    public List<SubjectKey> keys() {
        return Stream.of(byBsn, bySet).flatMap(Optional::stream).toList();
    }

    /** Whether nothing can be looked up for this person. */
    public boolean isUnknown() {
        return preferred().isEmpty();
    }
}

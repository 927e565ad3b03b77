package nl.sluiswachter.kernel;

import java.util.Optional;

/** The subject keys under which one person may be registered: by BSN, by identity set, by both or by neither. */
public record SubjectIdentity(Optional<SubjectKey> byBsn, Optional<SubjectKey> bySet) {

    /** Somebody about whom too little is known to look anything up. */
    public static final SubjectIdentity UNKNOWN = new SubjectIdentity(Optional.empty(), Optional.empty());

    /** The key used for the log: that of the BSN where known, else that of the identity set. */
    public Optional<SubjectKey> preferred() {
        return byBsn.isPresent() ? byBsn : bySet;
    }

    /** Whether nothing can be looked up for this person. */
    public boolean isUnknown() {
        return preferred().isEmpty();
    }
}

package nl.sluiswachter.transferlog.merkle;

import java.util.List;

/** Whom to believe about one log: any of its keys, and of the witnesses at least so many. */
public record TrustPolicy(
        String origin, List<NoteVerifier> logKeys, List<NoteVerifier> witnesses, int cosignaturesNeeded) {
    public TrustPolicy {
        logKeys = List.copyOf(logKeys);
        witnesses = List.copyOf(witnesses);
        List<NoteKey> own = logKeys.stream().map(NoteVerifier::key).toList();
        boolean witnessesItself = witnesses.stream().map(NoteVerifier::key).anyMatch(own::contains);
        if (logKeys.isEmpty() || witnessesItself || cosignaturesNeeded < 0 || cosignaturesNeeded > witnesses.size()) {
            throw new IllegalArgumentException(
                    "A policy names a key of the log and at least as many other witnesses as it asks for");
        }
    }

    /** Whether this is a checkpoint of the log. Says nothing of how it fits to an earlier one, nor of its time. */
    public Trust check(SignedCheckpoint signed) {
        if (!signed.checkpoint().origin().equals(origin)) {
            return new Trust.Refused(Distrust.OTHER_ORIGIN);
        }
        NoteCheck log = signed.note().check(logKeys);
        NoteCheck seen = signed.note().check(witnesses);
        if (log instanceof NoteCheck.Forged || seen instanceof NoteCheck.Forged) {
            return new Trust.Refused(Distrust.FORGED);
        }
        if (log instanceof NoteCheck.Unknown) {
            return new Trust.Refused(Distrust.UNKNOWN_SIGNER);
        }
        List<NoteSignature> cosignatures =
                seen instanceof NoteCheck.Verified verified ? verified.signatures() : List.of();
        return cosignatures.size() < cosignaturesNeeded
                ? new Trust.Refused(Distrust.TOO_FEW_WITNESSES)
                : new Trust.Given(signed.checkpoint(), cosignatures);
    }
}

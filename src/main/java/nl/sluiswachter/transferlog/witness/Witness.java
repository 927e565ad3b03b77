package nl.sluiswachter.transferlog.witness;

import java.net.URI;
import java.util.List;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;
import nl.sluiswachter.transferlog.merkle.VerifierKey;

/**
 * Somebody who cosigns our checkpoints.
 *
 * @param verifier of its cosignatures
 * @param submission where checkpoints are sent to
 */
record Witness(NoteVerifier verifier, URI submission) {

    private static final String CALL = "add-checkpoint";

    /**
     * @param key verifier key of type 0x04 (C2SP tlog-cosignature, Ed25519)
     * @param prefix submission prefix of the witness
     */
    static Witness of(String key, URI prefix) throws Malformed {
        String folder = prefix.toString().endsWith("/") ? prefix.toString() : prefix + "/";
        NoteVerifier verifier = VerifierKey.parse(key.strip()).verifier(List.of(Ed25519.COSIGNATURE));
        return new Witness(verifier, URI.create(folder + CALL));
    }

    /** Name and id of its key: what it is stored under. */
    String id() {
        return verifier.key().name() + "+" + verifier.key().hexId();
    }

    /** For people and metrics. */
    String name() {
        return verifier.key().name();
    }
}

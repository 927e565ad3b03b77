package nl.sluiswachter.transferlog.merkle;

/**
 * One of the signature types of C2SP signed-note. The Ed25519 ones are in {@link Ed25519}; another, such as ML-DSA-44 (0x06),
 * can be added from outside without a change here.
 */
public interface SignatureType {

    /** The byte that stands before the public key in a verifier key and in the hash that makes a key id. */
    byte number();

    /** A verifier for a public key of this type. */
    NoteVerifier verifier(VerifierKey key) throws Malformed;
}

package nl.sluiswachter.transferlog.merkle;

/** Knows one public key and one signature type. */
public interface NoteVerifier {

    /** Name and id of the key. */
    NoteKey key();

    /** Whether the key signed this text; false for bytes of any form, never an exception. */
    boolean verifies(byte[] text, byte[] signature);
}

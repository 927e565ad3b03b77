package nl.sluiswachter.transferlog.merkle;

/** Signs notes with one key of one signature type, wherever that key is kept. */
public interface NoteSigner {

    /** Name and id of the key. */
    NoteKey key();

    /** The signature over the text of a note, its last newline included; without the key id. */
    byte[] sign(byte[] text);
}

package nl.sluiswachter.transferlog.entry;

/** These bytes are no stored entry; the message says in one sentence what is expected. */
public final class MalformedEntry extends Exception {

    MalformedEntry(String expected) {
        super(expected);
    }
}

package nl.sluiswachter.delivery;

/** What came of reading a message. */
public sealed interface Reading {

    /** The message. */
    record Opened(Message message) implements Reading {}

    /** No open message for this receiver: unknown, somebody else's, settled and withheld look alike. */
    record NotFound() implements Reading {}
}

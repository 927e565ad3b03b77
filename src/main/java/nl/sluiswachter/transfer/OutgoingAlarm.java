package nl.sluiswachter.transfer;

/** Is told that a permitted message did not fit its own delivery schema: a fault of the gateway, never of the sender. */
@FunctionalInterface
public interface OutgoingAlarm {

    /** The message was refused; nothing of it may be told. */
    void refused(Submitted submitted);
}

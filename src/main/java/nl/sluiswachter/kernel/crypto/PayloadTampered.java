package nl.sluiswachter.kernel.crypto;

/** A stored message does not open: it was changed, moved to another transfer or receiver, or the key is another one. */
public class PayloadTampered extends RuntimeException {

    PayloadTampered(Throwable cause) {
        super("A stored message failed authentication", cause);
    }
}

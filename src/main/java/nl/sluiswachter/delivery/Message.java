package nl.sluiswachter.delivery;

/**
 * An opened message.
 *
 * @param content UTF-8 JSON, as permitted and minimised
 */
public record Message(Envelope envelope, byte[] content) {

    @Override
    public String toString() {
        return "Message";
    }
}

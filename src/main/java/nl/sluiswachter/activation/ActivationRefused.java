package nl.sluiswachter.activation;

/** A step on the way to another law in force was refused. The message is one sentence for whoever asked. */
public class ActivationRefused extends RuntimeException {

    public ActivationRefused(String sentence) {
        super(sentence);
    }

    public ActivationRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

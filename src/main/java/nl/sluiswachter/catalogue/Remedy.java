package nl.sluiswachter.catalogue;

/**
 * A way from no to yes.
 *
 * @param call the API call that fulfils it, or null when a person must act
 * @param exchangeType the exchange type to use instead, for whoever may send it; null where it is not one of them
 * @param whenRefused the remedy instead of asking for consent where the answer to that was no before; null for what asks
 *     for none
 */
public record Remedy(Text text, String call, String exchangeType, String whenRefused) {

    /** Whether it is to ask for consent. */
    public boolean asksConsent() {
        return "POST /v1/consents".equals(call);
    }
}

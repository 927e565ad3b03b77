package nl.sluiswachter.catalogue;

/**
 * A way from no to yes.
 *
 * @param call the API call that fulfils it, or null when a person must act
 * @param exchangeType the exchange type to use instead, for whoever may send it; null where it is not one of them
 */
public record Remedy(Text text, String call, String exchangeType) {}

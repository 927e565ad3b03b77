package nl.sluiswachter.catalogue;

/**
 * A way from no to yes.
 *
 * @param call the API call that fulfils it, or null when a person must act
 */
public record Remedy(Text text, String call) {}

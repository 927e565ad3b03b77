package nl.sluiswachter.transferlog;

/**
 * An answer given before under the same idempotency key.
 *
 * @param sameBody whether the request body was the same
 * @param status HTTP status then
 * @param answer the JSON then, UTF-8
 */
public record EarlierAnswer(boolean sameBody, int status, byte[] answer) {}

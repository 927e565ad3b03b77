package nl.sluiswachter.transfer;

/**
 * What makes a request the same as an earlier one: the operation, the caller's key and the body, the last two as keyed
 * hashes of 32 bytes.
 */
public record IdempotencyKey(String call, byte[] keyHash, byte[] bodyHash) {}

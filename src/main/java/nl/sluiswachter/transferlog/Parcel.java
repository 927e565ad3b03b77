package nl.sluiswachter.transferlog;

import java.time.Instant;
import nl.sluiswachter.transfer.Outgoing;

/**
 * A message made ready for the outbox before the log is written, so that encrypting it keeps nobody else waiting.
 *
 * @param push whether it is sent to the receiver instead of waiting in its inbox
 * @param wrappedKey the message's own key, wrapped
 * @param ciphertext the message, encrypted
 */
public record Parcel(
        Outgoing outgoing, boolean push, Instant queuedAt, Instant expiresAt, byte[] wrappedKey, byte[] ciphertext) {}

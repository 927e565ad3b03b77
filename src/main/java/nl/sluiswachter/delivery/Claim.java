package nl.sluiswachter.delivery;

import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/**
 * One worker's right to push one message for the length of its lease.
 *
 * @param attempt counts the claims of this message from 1; a later claim ends this one
 * @param traceparent names the trace of the call that brought the message
 */
public record Claim(UUID transferId, Oin receiver, int attempt, String traceparent) {}

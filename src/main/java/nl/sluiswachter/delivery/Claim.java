package nl.sluiswachter.delivery;

import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/**
 * One worker's right to push one message for the length of its lease.
 *
 * @param attempt counts the claims of this message from 1; a later claim ends this one
 */
public record Claim(UUID transferId, Oin receiver, int attempt) {}

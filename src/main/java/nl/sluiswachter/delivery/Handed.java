package nl.sluiswachter.delivery;

import nl.sluiswachter.transferlog.Recorded;

/**
 * A recorded decision after the last step of the path.
 *
 * @param delivered whether the receiver already has the message
 */
public record Handed(Recorded recorded, boolean delivered) {}

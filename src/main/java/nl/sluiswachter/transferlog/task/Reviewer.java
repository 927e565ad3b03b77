package nl.sluiswachter.transferlog.task;

import nl.sluiswachter.kernel.Oin;

/**
 * For whom is looked.
 *
 * @param oin sees the confidential transfers in which it took part
 * @param all whether the ground opens those of others too
 */
public record Reviewer(Oin oin, boolean all) {}

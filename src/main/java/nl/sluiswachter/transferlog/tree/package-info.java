/**
 * Orders what instances wrote into one Merkle tree and publishes signed checkpoints of it. Knows entries by their hash only.
 */
package nl.sluiswachter.transferlog.tree;

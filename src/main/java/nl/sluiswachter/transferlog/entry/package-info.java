/**
 * What an entry is to whoever checks it: its leaf in the tree, the batch it was written in, and what its commitments say. Needs
 * nothing but the JDK and the Merkle log.
 */
package nl.sluiswachter.transferlog.entry;

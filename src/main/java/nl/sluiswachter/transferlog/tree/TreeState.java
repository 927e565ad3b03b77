package nl.sluiswachter.transferlog.tree;

import nl.sluiswachter.transferlog.merkle.Hash;

/**
 * How far the tree has grown.
 *
 * @param epoch number of the tree; a restored database begins another one
 * @param size number of leaves
 */
public record TreeState(int epoch, long size, Hash root) {}

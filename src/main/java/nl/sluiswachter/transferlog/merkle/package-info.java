/**
 * A Merkle log that stands on its own: RFC 6962 hashing, C2SP tiles, signed notes, checkpoints, cosignatures, proofs and the
 * decision of a witness. Pure functions over bytes, JDK only: no domain, no storage, no network, no clock but a given one.
 *
 * <p>Read in this order: {@link nl.sluiswachter.transferlog.merkle.TreeHashing}, {@link
 * nl.sluiswachter.transferlog.merkle.InclusionProof}, {@link nl.sluiswachter.transferlog.merkle.ConsistencyProof}, {@link
 * nl.sluiswachter.transferlog.merkle.Frontier}, {@link nl.sluiswachter.transferlog.merkle.TileEdge}, {@link
 * nl.sluiswachter.transferlog.merkle.TreeReader}, {@link nl.sluiswachter.transferlog.merkle.Note}, {@link
 * nl.sluiswachter.transferlog.merkle.Checkpoint}, {@link nl.sluiswachter.transferlog.merkle.LogProof}, {@link
 * nl.sluiswachter.transferlog.merkle.WitnessDecision}.
 *
 * <p>What comes from outside is parsed strictly, one spelling only, and refused with {@link
 * nl.sluiswachter.transferlog.merkle.Malformed}; every limit is in {@link nl.sluiswachter.transferlog.merkle.Limits}.
 */
package nl.sluiswachter.transferlog.merkle;

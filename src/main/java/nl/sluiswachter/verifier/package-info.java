/**
 * Checks the transfer log for whoever trusts neither the gateway nor its database. Needs the JDK, the Merkle log, what an entry
 * is, and a reader of JSON; no database, no settings, no network but what {@link nl.sluiswachter.verifier.LogSource} reads.
 *
 * <p>Read in this order: {@link nl.sluiswachter.verifier.Verifier}, {@link nl.sluiswachter.verifier.Verdict}, {@link
 * nl.sluiswachter.verifier.Believed}, {@link nl.sluiswachter.verifier.LogHead}, {@link nl.sluiswachter.verifier.Anchor}, {@link
 * nl.sluiswachter.verifier.LogCheck}, {@link nl.sluiswachter.verifier.Places}, {@link nl.sluiswachter.verifier.Contents},
 * {@link nl.sluiswachter.verifier.Entry}, {@link nl.sluiswachter.verifier.OnceOnly}, {@link
 * nl.sluiswachter.verifier.ProofFile}, {@link nl.sluiswachter.verifier.SignedReceipt}.
 */
package nl.sluiswachter.verifier;

/**
 * Checks the transfer log for whoever trusts neither the gateway nor its database. Needs the JDK, the Merkle log, what an entry
 * is, and a reader of JSON; no database, no settings, no network but what {@link nl.sluiswachter.verifier.LogSource} reads.
 *
 * <p>Read in this order. What there is to verify, and what can come of it: {@link nl.sluiswachter.verifier.Verifier}, {@link
 * nl.sluiswachter.verifier.Verdict}, {@link nl.sluiswachter.verifier.Findings}, {@link nl.sluiswachter.verifier.Refuted}.
 *
 * <p>Whom the caller believes, and how far the log goes by them: {@link nl.sluiswachter.verifier.Believed}, {@link
 * nl.sluiswachter.verifier.Kept}, {@link nl.sluiswachter.verifier.LogKey}, {@link nl.sluiswachter.verifier.LogHead}, {@link
 * nl.sluiswachter.verifier.Anchor}, {@link nl.sluiswachter.verifier.ConsistencyCheck}, {@link nl.sluiswachter.verifier.Outside}.
 *
 * <p>A whole log, leaf by leaf: {@link nl.sluiswachter.verifier.LogSource}, {@link nl.sluiswachter.verifier.LogCheck}, {@link
 * nl.sluiswachter.verifier.Places}, {@link nl.sluiswachter.verifier.Contents}, {@link nl.sluiswachter.verifier.ExportedEntry},
 * {@link nl.sluiswachter.verifier.Filed}, {@link nl.sluiswachter.verifier.Entry}, {@link nl.sluiswachter.verifier.OnceOnly},
 * {@link nl.sluiswachter.verifier.Archive}.
 *
 * <p>What is gone from it: {@link nl.sluiswachter.verifier.Destroyed}, {@link nl.sluiswachter.verifier.Destruction}, {@link
 * nl.sluiswachter.verifier.Claim}.
 *
 * <p>Single proofs: {@link nl.sluiswachter.verifier.ProofFile}, {@link nl.sluiswachter.verifier.ProofCheck}, {@link
 * nl.sluiswachter.verifier.SignedReceipt}, {@link nl.sluiswachter.verifier.ReceiptKey}, {@link
 * nl.sluiswachter.verifier.ReceiptAuthority}, {@link nl.sluiswachter.verifier.ReportFile}, {@link nl.sluiswachter.verifier.ReportCheck}.
 */
package nl.sluiswachter.verifier;

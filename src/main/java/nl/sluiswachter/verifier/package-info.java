/**
 * Checks the transfer log for whoever trusts neither the gateway nor its database. Needs the JDK, the Merkle log, what an entry
 * is, and a reader of JSON; no settings, no network and no database but what {@link nl.sluiswachter.verifier.LogSource} reads.
 *
 * <p>Read in this order. What there is to verify, and what can come of it: {@link nl.sluiswachter.verifier.Verifier}, {@link
 * nl.sluiswachter.verifier.Verdict}, {@link nl.sluiswachter.verifier.Findings}, {@link nl.sluiswachter.verifier.Refuted}.
 *
 * <p>Whom the caller believes, and how far the log goes by them: {@link nl.sluiswachter.verifier.Believed}, {@link
 * nl.sluiswachter.verifier.Kept}, {@link nl.sluiswachter.verifier.LogKey}, {@link nl.sluiswachter.verifier.LogHead}, {@link
 * nl.sluiswachter.verifier.Anchor}, {@link nl.sluiswachter.verifier.ConsistencyCheck}, {@link nl.sluiswachter.verifier.Outside}.
 *
 * <p>A whole log, in stretches that are checked on all cores and put together in order: {@link
 * nl.sluiswachter.verifier.LogSource}, {@link nl.sluiswachter.verifier.LogCheck}, {@link nl.sluiswachter.verifier.InOrder},
 * {@link nl.sluiswachter.verifier.Leaves}, {@link nl.sluiswachter.verifier.Stretch}, {@link
 * nl.sluiswachter.verifier.StretchCheck}, {@link nl.sluiswachter.verifier.Places}, {@link nl.sluiswachter.verifier.Contents},
 * {@link nl.sluiswachter.verifier.OnceOnly}.
 *
 * <p>One entry, and by what it is found: {@link nl.sluiswachter.verifier.ExportedEntry}, {@link
 * nl.sluiswachter.verifier.Entry}, {@link nl.sluiswachter.verifier.EntryParser}, {@link nl.sluiswachter.verifier.Filed}.
 *
 * <p>What is gone from it: {@link nl.sluiswachter.verifier.Destroyed}, {@link nl.sluiswachter.verifier.Destruction}, {@link
 * nl.sluiswachter.verifier.Claim}.
 *
 * <p>Single proofs: {@link nl.sluiswachter.verifier.ProofFile}, {@link nl.sluiswachter.verifier.ProofCheck}, {@link
 * nl.sluiswachter.verifier.SignedReceipt}, {@link nl.sluiswachter.verifier.ReceiptKey}, {@link
 * nl.sluiswachter.verifier.ReceiptAuthority}, {@link nl.sluiswachter.verifier.ReportFile}, {@link nl.sluiswachter.verifier.ReportCheck}.
 *
 * <p>Where it is read, which nothing is believed of: {@link nl.sluiswachter.verifier.Folder}, {@link
 * nl.sluiswachter.verifier.EntryFile}, {@link nl.sluiswachter.verifier.Archive}, {@link
 * nl.sluiswachter.verifier.PublicAddress}, {@link nl.sluiswachter.verifier.Database}, {@link
 * nl.sluiswachter.verifier.StoredParts}, {@link nl.sluiswachter.verifier.StoredEntries}, {@link
 * nl.sluiswachter.verifier.ShardRows}.
 */
package nl.sluiswachter.verifier;

/**
 * Witnesses (C2SP tlog-witness): others who cosign our checkpoints, and this gateway where it cosigns theirs. A witness keeps
 * one tree per log and cosigns only what continues it; so that nobody can be shown another past.
 */
package nl.sluiswachter.transferlog.witness;

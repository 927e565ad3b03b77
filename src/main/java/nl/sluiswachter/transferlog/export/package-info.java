/**
 * Writes the transfer log to a folder that the verifier reads: no database is needed to check it.
 *
 * <p>{@link nl.sluiswachter.transferlog.export.ExportedLine} is what the gateway writes, {@code verifier.ExportedEntry} what an
 * auditor's program reads of it and of an archive. They are two on purpose: the verifier takes over nothing from what it checks.
 * Its drills hold them together: they read folders that this package wrote, refuse a member that the verifier does not know, and
 * fail when one is not written any more.
 */
package nl.sluiswachter.transferlog.export;

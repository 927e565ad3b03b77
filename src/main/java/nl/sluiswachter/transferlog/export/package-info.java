/** Writes the transfer log to a folder that the verifier reads: no database is needed to check it. */
package nl.sluiswachter.transferlog.export;

/** Proves to the parties of a transfer that its decision stands in the log. */
package nl.sluiswachter.transferlog.proof;

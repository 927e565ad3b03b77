/**
 * Finds entries of the log by what stands beside them, page by page. Every look-up by others than the parties of an entry is
 * itself an entry, written before the answer. It must not know HTTP or Camel.
 */
package nl.sluiswachter.transferlog.search;

/**
 * The resident's report (AVG art. 15): what the log has about one person, in plain words, with what must be held back left
 * out, and that holding back open to review. It reads entries and writes entries, and keeps nothing itself. Guarantees that a
 * report holds nothing about others in a message and no value of one. It must not know HTTP or Camel.
 */
package nl.sluiswachter.report;

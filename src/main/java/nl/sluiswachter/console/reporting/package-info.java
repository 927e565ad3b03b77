/** The report for a resident: what it would say, the file to hand over, and which were given. */
package nl.sluiswachter.console.reporting;

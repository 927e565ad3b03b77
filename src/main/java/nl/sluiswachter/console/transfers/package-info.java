/** The transfers, as an officer looks through them: a search that is written down before it is done, and one transfer whole. */
package nl.sluiswachter.console.transfers;

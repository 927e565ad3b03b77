/** The consents of a person: what was asked and answered, taking one back, and papers to ask with and to prove by. */
package nl.sluiswachter.console.consent;

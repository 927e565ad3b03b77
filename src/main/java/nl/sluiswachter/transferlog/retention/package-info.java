/** Destroys what an entry says after its term, keeps what is on hold, and tells what goes when. */
package nl.sluiswachter.transferlog.retention;

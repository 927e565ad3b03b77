/** How many transfers were decided, per month, exchange type, party and outcome; counted once, not searched. */
package nl.sluiswachter.transferlog.figures;

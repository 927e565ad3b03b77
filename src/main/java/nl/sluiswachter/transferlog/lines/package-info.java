/** Files of JSON Lines, in which entries leave the database. */
package nl.sluiswachter.transferlog.lines;

/** Entries of the log as those who may look into it get them: one by one, as lines of JSON, or as a table. */
package nl.sluiswachter.transferlog.listing;

/** What the tables of the log and of delivery share. */
package nl.sluiswachter.transferlog.sql;

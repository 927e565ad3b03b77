/** Takes a month of the log out of the database into a file that the verifier reads, and puts it back. */
package nl.sluiswachter.transferlog.archive;

/** Time stamps (RFC 3161) on our checkpoints: that the log had this root at that moment, by the clock of somebody else. */
package nl.sluiswachter.transferlog.timestamp;

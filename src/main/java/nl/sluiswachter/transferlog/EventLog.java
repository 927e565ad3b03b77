package nl.sluiswachter.transferlog;

/** Appends events other than decisions to the transfer log. */
public interface EventLog {

    /** Writes the entry in the caller's database transaction; durable when that commits, gone when it rolls back. */
    void append(LogEntry entry);
}

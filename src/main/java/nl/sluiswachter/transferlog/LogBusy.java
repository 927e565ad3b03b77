package nl.sluiswachter.transferlog;

/** The log cannot keep up: too much waits, or waits too long. Nothing was written; the same request may be sent again. */
public class LogBusy extends RuntimeException {

    LogBusy(String what) {
        super(what);
    }
}

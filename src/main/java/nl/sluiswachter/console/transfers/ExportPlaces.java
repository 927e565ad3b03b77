package nl.sluiswachter.console.transfers;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import nl.sluiswachter.api.Problem;
import nl.sluiswachter.api.ProblemException;

/** An export may last an hour, and the open door has few places: exports take a quarter of the usual number and no more. */
final class ExportPlaces {

    /** On one node. */
    static final int MOST = 4;

    private final Semaphore free = new Semaphore(MOST);

    /** Writes what is exported. */
    @FunctionalInterface
    interface Export {
        void write() throws IOException;
    }

    /** @throws ProblemException 503 when all places are taken; then nothing was written */
    void take(Export export) throws IOException {
        if (!free.tryAcquire()) {
            throw new ProblemException(Problem.of(503, "BUSY", "Busy", "Too many exports are under way."));
        }
        try {
            export.write();
        } finally {
            free.release();
        }
    }
}

package nl.sluiswachter.console.work;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.security.FailureFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that this node does. */
final class Job implements Runnable, Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final UUID id;
    private final byte[] officer;
    private final Task task;
    private final WorkTable table;
    private final SealedResults results;
    private final SealedFiles files;
    private volatile boolean stopped;
    private volatile long total;
    private volatile long done;

    Job(UUID id, byte[] officer, Task task, WorkTable table, SealedResults results, SealedFiles files) {
        this.id = id;
        this.officer = officer;
        this.task = task;
        this.table = table;
        this.results = results;
        this.files = files;
    }

    @Override
    public UUID work() {
        return id;
    }

    void stop() {
        stopped = true;
    }

    /** Tells the other nodes that it is alive. */
    void beat() {
        if (table.beat(id, done, total)) {
            stop();
        }
    }

    /** It will not be done: the node goes away. */
    void breakOff() {
        stop();
        table.end(id, WorkState.BROKEN_OFF, null, done, total, null);
    }

    @Override
    public void total(long steps) {
        total = steps;
    }

    @Override
    public void done(long steps) {
        done = steps;
        if (stopped) {
            throw new Stopped();
        }
    }

    @Override
    public WorkResult.ResultFile file(String name, String mediaType, Content content) throws IOException {
        return new WorkResult.ResultFile(name, mediaType, files.keep(id, officer, content));
    }

    /** Whoever was stopped may have made a result of that: it is none. */
    @Override
    public void run() {
        try {
            done(0);
            end(result());
        } catch (Stopped e) {
            endWithout(WorkState.CANCELLED);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            LOG.error("Work of the console failed: {}", FailureFilter.description(e));
            endWithout(WorkState.FAILED);
        }
    }

    private WorkResult result() throws Exception {
        try {
            return task.run(this);
        } catch (TooLarge e) {
            return WorkResult.of(WorkOutcome.TOO_LARGE, List.of());
        }
    }

    /** What was written of a file is not to be had: it goes, before anybody hears that the work ended. */
    private void endWithout(WorkState state) {
        forgetFile();
        table.end(id, state, null, done, total, null);
    }

    private void end(WorkResult result) throws IOException {
        done(done);
        PayloadCipher.Sealed sealed = results.seal(id, officer, result);
        if (result.file() == null) {
            forgetFile();
        }
        table.end(id, WorkState.DONE, result.outcome(), done, total, sealed);
    }

    /** What is left of it goes with the work, in a day: no reason to lose what came of the work now. */
    private void forgetFile() {
        try {
            files.forget(id);
        } catch (RuntimeException e) {
            LOG.warn("A file that is not to be had could not be taken away: {}", FailureFilter.description(e));
        }
    }
}

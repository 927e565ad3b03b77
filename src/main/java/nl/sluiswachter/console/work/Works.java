package nl.sluiswachter.console.work;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.security.FailureFilter;
import nl.sluiswachter.transferlog.LogDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does long work in the background. Any node shows how far it is; the one that does it tells the table every second. Work that is
 * a day old is forgotten, with its result. Exports, which take long, wait for each other and keep nobody else waiting.
 */
public final class Works implements AutoCloseable {

    /** Of one officer under way. */
    static final int MOST_OF_ONE = 3;

    /** Of one officer kept, with what is under way. */
    static final int MOST_KEPT = 50;

    private static final int THREADS = 2;
    private static final int EXPORTS = 1;
    private static final int WAITING = 16;
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(Works.class);

    private final WorkTable table;
    private final SealedResults results;
    private final SealedFiles files;
    private final Consumer<LogDamaged> alarm;
    private final IdSource ids;
    private final Map<UUID, Job> here = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor workers = threads(THREADS, "console-work");
    private final ThreadPoolExecutor exports = threads(EXPORTS, "console-export");
    private final ScheduledExecutorService pulse =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "console-work-pulse"));

    /** @param alarm raises the alarm about an entry that was damaged */
    Works(WorkTable table, SealedResults results, SealedFiles files, Consumer<LogDamaged> alarm, IdSource ids) {
        this.table = table;
        this.alarm = alarm;
        this.results = results;
        this.files = files;
        this.ids = ids;
        pulse.scheduleWithFixedDelay(
                () -> calmly(() -> here.values().forEach(Job::beat)),
                BEAT.toMillis(),
                BEAT.toMillis(),
                TimeUnit.MILLISECONDS);
        pulse.scheduleWithFixedDelay(
                () -> calmly(table::sweep), SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Starts work.
     *
     * @return by which it is found at {@code /console/work/{id}}
     * @throws TooMuchWork when no more is taken now
     * @throws TooManyFiles when a file would come of it and there is no room; nothing was changed
     */
    public UUID start(Officer officer, WorkKind kind, Task task) {
        UUID id = ids.next();
        byte[] whose = results.officer(officer.id());
        table.sweep();
        if (kind.makesFile() && files.isFull()) {
            throw new TooManyFiles();
        }
        if (!table.start(id, whose, kind, MOST_OF_ONE, MOST_KEPT)) {
            throw new TooMuchWork();
        }
        Job job = new Job(id, whose, alarmed(task), table, results, files);
        here.put(id, job);
        try {
            (kind == WorkKind.EXPORT ? exports : workers).execute(() -> carryOut(job));
        } catch (RejectedExecutionException e) {
            here.remove(id);
            table.forget(id);
            throw new TooMuchWork();
        }
        return id;
    }

    /** Starts work, and says where the officer goes on: at its page, or at the list when no more is taken now. */
    public String show(Officer officer, WorkKind kind, Task task) {
        try {
            return "redirect:/console/work/" + start(officer, kind, task);
        } catch (TooMuchWork e) {
            return "redirect:/console/work?full";
        } catch (TooManyFiles e) {
            return "redirect:/console/work?full=files";
        }
    }

    /** What the officer's work came to; empty while it did not come to anything, and for work of somebody else or of a role they lost. */
    public Optional<WorkResult> result(Officer officer, UUID id) {
        byte[] whose = results.officer(officer.id());
        return find(officer, id)
                .flatMap(work -> table.result(whose, id))
                .flatMap(kept -> results.open(id, whose, kept));
    }

    /** The content of a file that the officer's work came to. */
    InputStream content(Officer officer, UUID id, WorkResult.ResultFile file) {
        return files.read(id, results.officer(officer.id()), file.pieces());
    }

    Optional<Work> find(Officer officer, UUID id) {
        return table.find(results.officer(officer.id()), id)
                .filter(work -> work.kind().isFor(officer.roles()));
    }

    /** The officer's, the newest first. */
    List<Work> of(Officer officer) {
        return table.list(results.officer(officer.id()), MOST_KEPT).stream()
                .filter(work -> work.kind().isFor(officer.roles()))
                .toList();
    }

    /** Lets it go no further; the node that does it sees so within a second. */
    void cancel(Officer officer, UUID id) {
        table.stop(results.officer(officer.id()), id);
    }

    /** It met what was damaged: that is what it came to. */
    private Task alarmed(Task task) {
        return steps -> {
            try {
                return task.run(steps);
            } catch (LogDamaged e) {
                alarm.accept(e);
                return WorkResult.of(WorkOutcome.BROKEN, List.of(e.getMessage()));
            }
        };
    }

    private void carryOut(Job job) {
        try {
            job.run();
        } finally {
            here.remove(job.work());
        }
    }

    /** The database may be away for a while: then nothing is heard of the work, and later it is again. */
    private static void calmly(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            LOG.warn("The table of work could not be told how far it is: {}", FailureFilter.description(e));
        }
    }

    private static ThreadPoolExecutor threads(int most, String name) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most, most, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> daemon(task, name));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        calmly(() -> here.values().forEach(Job::breakOff));
        workers.shutdownNow();
        exports.shutdownNow();
    }
}

package nl.sluiswachter.console.logpage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import nl.sluiswachter.api.LogReasons;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.work.Steps;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.console.work.WorkResult;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Database;
import nl.sluiswachter.verifier.Kept;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Verifies the whole log with the program that anybody can run, over connections of its own, and writes into the log what it came
 * to. One at a time on a node: it takes all cores.
 */
final class LogVerification {

    /** By which its entries are found. */
    static final String ACTION = LogReasons.VERIFY_LOG;

    private static final int LONGEST = 500;

    private final Account account;
    private final OwnKeys keys;
    private final EventLog log;
    private final TransactionOperations transactions;
    private final Semaphore turn = new Semaphore(1);

    LogVerification(Account account, OwnKeys keys, EventLog log, TransactionOperations transactions) {
        this.account = account;
        this.keys = keys;
        this.log = log;
        this.transactions = transactions;
    }

    /** How the database is reached. */
    record Account(String url, String user, String password) {

        Properties properties() {
            Properties properties = new Properties();
            Optional.ofNullable(user).ifPresent(name -> properties.setProperty("user", name));
            Optional.ofNullable(password).ifPresent(secret -> properties.setProperty("password", secret));
            return properties;
        }
    }

    /** @param paper a line that was kept, with which the log must begin; empty for none */
    WorkResult run(Officer officer, Optional<String> paper, Steps steps) throws IOException {
        Optional<Believed> believed = keys.believed();
        if (believed.isEmpty() || !turn.tryAcquire()) {
            return WorkResult.of(
                    WorkOutcome.REFUSED,
                    List.of(
                            believed.isEmpty()
                                    ? "The log has no checkpoint yet."
                                    : "This node verifies the log already. Wait for that, and start again."));
        }
        try {
            return verified(officer, believed.get(), paper, steps);
        } finally {
            turn.release();
        }
    }

    private WorkResult verified(Officer officer, Believed believed, Optional<String> paper, Steps steps)
            throws IOException {
        List<Kept> kept = paper.<Kept>map(Kept.Paper::new).map(List::of).orElse(List.of());
        AtomicLong size = new AtomicLong();
        try (Database database = new Database(account.url(), account.properties(), true, keys.quorum())) {
            Verdict verdict = Verifier.log(database, believed, kept, leaves -> {
                size.set(leaves);
                steps.total(leaves);
                return steps::done;
            });
            if (verdict instanceof Verdict.Unreadable) {
                steps.done(size.get()); // who was stopped throws here: that could be read no further is no verdict
            }
            WorkResult result = told(verdict).at("/console/log", Map.of());
            remember(officer, result, size.get(), paper.isPresent());
            return result;
        }
    }

    private static WorkResult told(Verdict verdict) {
        if (verdict instanceof Verdict.Sound sound) {
            return WorkResult.of(WorkOutcome.SOUND, sound.statements());
        }
        if (verdict instanceof Verdict.Unproven unproven) {
            List<String> all = new ArrayList<>(unproven.open());
            all.addAll(unproven.statements());
            return WorkResult.of(WorkOutcome.UNPROVEN, all);
        }
        if (verdict instanceof Verdict.Broken broken) {
            List<String> all = new ArrayList<>(List.of(broken.sentence()));
            broken.further().stream()
                    .filter(sentence -> !sentence.equals(broken.sentence()))
                    .forEach(all::add);
            return WorkResult.of(WorkOutcome.BROKEN, all);
        }
        return WorkResult.of(WorkOutcome.UNREADABLE, List.of(((Verdict.Unreadable) verdict).sentence()));
    }

    private void remember(Officer officer, WorkResult result, long size, boolean withPaper) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("action", ACTION);
        detail.put("reason", ACTION); // by which the index finds the last of them, among however many other operations
        detail.put("officer", officer.id());
        detail.put("outcome", result.outcome().name());
        detail.put("leaves", Long.toString(size));
        detail.put("withPaper", Boolean.toString(withPaper));
        if (result.outcome() == WorkOutcome.BROKEN) {
            String first = result.sentences().get(0);
            detail.put("finding", first.substring(0, Math.min(LONGEST, first.length())));
        }
        transactions.executeWithoutResult(status ->
                log.append(new LogEntry(LogKind.OPERATION, Optional.empty(), Optional.empty(), detail, List.of())));
    }
}

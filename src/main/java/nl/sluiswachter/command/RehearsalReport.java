package nl.sluiswachter.command;

import java.util.Set;
import nl.sluiswachter.activation.RehearsalSummary;
import nl.sluiswachter.activation.RehearsalSummary.Change;
import nl.sluiswachter.activation.Reviewed;

/** A rehearsal as an officer reads it. */
final class RehearsalReport {

    private final Terminal terminal;

    RehearsalReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What an officer is about to sign for, and what it says nothing about. */
    void print(Reviewed reviewed) {
        print(reviewed.summary());
        terminal.say("This rehearsal came out the same again.");
        if (reviewed.notCovered() > 0) {
            terminal.say(
                    "%s recorded decisions are not in it: they were recorded later, or are soon forgotten.",
                    Terminal.number(reviewed.notCovered()));
        }
    }

    void print(RehearsalSummary summary) {
        terminal.say("rehearsal  sha256:%s", summary.digest());
        terminal.say("in force   %s", summary.inForce());
        terminal.say("candidate  %s", summary.candidate());
        terminal.say(
                "%s recorded decisions: %s the same, %s changed, of which %s deliver more.",
                Terminal.number(summary.all().decisions()),
                Terminal.number(summary.all().same()),
                Terminal.number(summary.all().changed()),
                Terminal.number(summary.all().deliversMore()));
        if (summary.all().notRehearsable() > 0) {
            terminal.say(
                    "%s could NOT BE REHEARSED: the version they were decided by does not decide them so any more.",
                    Terminal.number(summary.all().notRehearsable()));
        }
        if (summary.all().decisions() == 0) {
            terminal.say("Nothing was recorded yet, so this rehearsal says nothing.");
        }
        summary.changes().forEach(this::print);
        if (summary.all().unlisted() > 0) {
            terminal.say(
                    "%s further changed decisions are counted and not listed.",
                    Terminal.number(summary.all().unlisted()));
        }
    }

    private void print(Change change) {
        terminal.say(
                "  %-28s sender %s  %s -> %s  %s×%s",
                change.exchangeType(),
                change.sender(),
                change.before(),
                change.after(),
                Terminal.number(change.decisions()),
                change.deliversMore() ? "  DELIVERS MORE" : "");
        print("appears", change.appeared());
        print("is gone", change.disappeared());
    }

    private void print(String what, Set<String> codes) {
        if (!codes.isEmpty()) {
            terminal.say("      %s: %s", what, String.join(", ", codes));
        }
    }
}

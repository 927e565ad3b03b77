package nl.sluiswachter.command;

import java.util.List;
import nl.sluiswachter.activation.ActivationStatus;
import nl.sluiswachter.activation.RehearsalSummary;

/** Prints where every version stands, and which were the law before and on whose word. */
record StatusReport(Terminal terminal) {

    void print(ActivationStatus status) {
        terminal.say("In force: %s, activation %d since %s", status.inForce(), status.activation(), status.since());
        terminal.say("Officers listed here: %d", status.officers());
        status.doubt().ifPresent(terminal::complain);
        status.versions().forEach(version -> terminal.say(line(version)));
        terminal.say("Activations, the latest first:");
        status.history().forEach(past -> terminal.say(line(past)));
    }

    private static String line(ActivationStatus.Version version) {
        return (version.inForce() ? "* " : "  ") + version.version() + "  loaded " + version.loadedAt() + " from "
                + (version.fromJar() ? "a jar" : "files")
                + version.rehearsal()
                        .map(StatusReport::told)
                        .orElse(version.inForce() ? ", in force" : ", not rehearsed for the next activation")
                + (version.approvals().isEmpty() ? "" : ", approved by " + String.join(" and ", version.approvals()));
    }

    private static String told(RehearsalSummary summary) {
        String untried = summary.all().notRehearsable() == 0
                ? ""
                : ", " + Terminal.number(summary.all().notRehearsable()) + " not rehearsable";
        return ", rehearsed: " + Terminal.number(summary.all().changed()) + " of "
                + Terminal.number(summary.all().decisions()) + " change" + untried;
    }

    private static String line(ActivationStatus.Past past) {
        return "%3d  %s  %s  %s".formatted(past.activation(), past.at(), past.version(), word(past));
    }

    private static String word(ActivationStatus.Past past) {
        if (past.isFirst()) {
            return past.genuine()
                    ? "came with the gateway, sealed by it"
                    : "claims to have come with the gateway, but is not sealed by it: does not count";
        }
        String verified =
                past.officers().isEmpty() ? "approved by nobody listed here" : "approved by " + both(past.officers());
        String others = past.unverified().isEmpty()
                ? ""
                : "; not verified, because not listed here or not so signed: " + both(past.unverified());
        String pressed = past.pressedBy()
                .map(officer -> ", put in force in the console by " + officer)
                .orElse(", put in force by command");
        return verified + others + pressed + (past.genuine() ? "" : ": does not count here");
    }

    private static String both(List<String> officers) {
        return String.join(" and ", officers);
    }
}

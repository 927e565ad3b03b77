package nl.sluiswachter.console.today;

import java.util.List;
import java.util.Set;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.task.Reviewer;
import nl.sluiswachter.transferlog.task.Tasks;

/** Obligations of which the last day is near: above all, to tell the person. */
record DutyWatch(Tasks tasks, Oin municipality) implements Watch {

    private static final Set<String> KNOWN = Set.of("INFORM_SUBJECT", "INFORM_SUBJECT_WHEN_SAFE");

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER);
    }

    @Override
    public List<Line> look(Reader reader) {
        return tasks.obligations(new Reviewer(municipality, false), reader.today()).stream()
                .map(due -> reader.line(
                        Urgency.SOON,
                        "duty." + (KNOWN.contains(due.code()) ? due.code() : "OTHER"),
                        ReviewWatch.LINK + "/duties",
                        reader.number(due.number(), Tasks.MOST),
                        reader.day(due.first())))
                .toList();
    }
}

package nl.sluiswachter.console.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.task.Due;
import nl.sluiswachter.transferlog.task.Reviewer;
import nl.sluiswachter.transferlog.task.Tasks;

/**
 * Transfers that an officer has to look at afterwards. Confidential ones count too, or nobody would know that they wait: it is a
 * number about nobody, and the list shows them only on a ground that opens them.
 */
record ReviewWatch(Tasks tasks, Oin municipality) implements Watch {

    static final String LINK = "/console/review";

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER);
    }

    @Override
    public List<Line> look(Reader reader) {
        return tasks.reviews(new Reviewer(municipality, true), reader.today()).stream()
                .map(due -> line(due, reader))
                .toList();
    }

    private static Line line(Due due, Reader reader) {
        String number = reader.number(due.number(), Tasks.MOST);
        if (due.late() > 0) {
            String late = reader.number(due.late(), Tasks.MOST);
            return reader.line(Urgency.NOW, "review." + due.code() + ".late", LINK, number, late);
        }
        boolean hasTerm = !due.first().equals(LocalDate.MAX);
        Urgency urgency = hasTerm ? Urgency.NOW : Urgency.SOON;
        return reader.line(urgency, "review." + due.code(), LINK, number, hasTerm ? reader.day(due.first()) : "");
    }
}

package nl.sluiswachter.console.today;

import java.util.List;
import java.util.Set;
import nl.sluiswachter.canary.Canaries;
import nl.sluiswachter.console.Role;

/** Messages of the gateway itself that have to be refused. */
record CanaryWatch(Canaries canaries) implements Watch {

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER, Role.POLICY_EDITOR, Role.OPERATOR);
    }

    @Override
    public List<Line> look(Reader reader) {
        int failing = canaries.problems().size();
        return failing == 0
                ? List.of()
                : List.of(reader.line(
                        Urgency.NOW, "canaries", TechnicalController.PATH + "#canaries", failing, canaries.size()));
    }
}

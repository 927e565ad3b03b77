package nl.sluiswachter.console.today;

import java.util.List;
import java.util.Set;
import nl.sluiswachter.console.Role;

/** One thing that is looked after, at the cost of one query. */
interface Watch {

    /** Whose work it is. */
    Set<Role> audience();

    /** What needs somebody now; empty when all is well. */
    List<Line> look(Reader reader);
}

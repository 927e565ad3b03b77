package nl.sluiswachter.transfer;

import java.util.List;

/** A consented message and what remains of it. Made only by {@link MinimiseStage}. */
public final class Minimal {

    private final Case examined;
    private final List<MinimalPerson> persons;

    Minimal(Case examined, List<MinimalPerson> persons) {
        this.examined = examined;
        this.persons = List.copyOf(persons);
    }

    Case examined() {
        return examined;
    }

    List<MinimalPerson> persons() {
        return persons;
    }

    List<DataItem> dataItems() {
        return new DataItems(examined).remaining();
    }
}

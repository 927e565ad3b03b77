package nl.sluiswachter.demo;

/** The example parties and residents, loaded before the doors open: whoever calls a second too early is not a stranger. */
final class DemoExamples {

    private final DemoParties parties;
    private final DemoResidents residents;
    private final ProgressListener progress;

    DemoExamples(DemoParties parties, DemoResidents residents, ProgressListener progress) {
        this.parties = parties;
        this.residents = residents;
        this.progress = progress;
    }

    void load() {
        progress.begins("Loading the example parties and residents");
        parties.load();
        residents.load();
        progress.begins("Opening the doors");
    }
}

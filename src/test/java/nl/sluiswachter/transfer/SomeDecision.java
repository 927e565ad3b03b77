package nl.sluiswachter.transfer;

import java.util.stream.Stream;

/** Decisions for tests of the packages above, which cannot make one: only the stages can. */
public final class SomeDecision {
    private SomeDecision() {}

    /** The decision on the message of this seed, with every account of it free to look at. */
    public static Decided of(long seed) {
        return Worlds.of(seed).decide();
    }

    /** The decision in every case of the law as cases. */
    public static Stream<Decided> inEveryCase() {
        return CaseFile.all().stream()
                .flatMap(file -> file.examples().stream())
                .map(ExampleReader::new)
                .map(reader -> new TestPath(reader.registers(), reader.requests()).decide(reader.submitted()));
    }

    /** The same as a dry run. */
    public static Decided dryRunOf(long seed) {
        return Worlds.of(seed).asDryRun().decide();
    }

    /** A permit or a refusal. */
    public static Decided that(boolean permits) {
        long seed = 0;
        while (of(seed).isPermit() != permits) {
            seed++;
        }
        return of(seed);
    }
}

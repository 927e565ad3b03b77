package nl.sluiswachter.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;

/** Every case of the law with what the path makes of it, for who wants to hold something else against it. */
public final class JudgedCases {

    private JudgedCases() {}

    /**
     * A case.
     *
     * @param image what the path looked at and what it decided
     */
    public record Judged(String name, Catalogue law, Instant at, Decided decided, DecisionImage image) {

        /** As somebody would fill in the form for it, by the names of its fields. */
        public Map<String, List<String>> form() {
            return new CaseForm(image, law).filled();
        }
    }

    /** All of them. */
    public static Stream<Judged> all() {
        return CaseFile.all().stream().flatMap(file -> file.examples().stream()).map(JudgedCases::judged);
    }

    private static Judged judged(CaseFile.Example example) {
        ExampleReader reader = new ExampleReader(example);
        Decided decided =
                new TestPath(reader.registers(), reader.requests(), reader.broken()).decide(reader.submitted());
        return new Judged(
                example.type() + ": " + example.name(),
                example.catalogue(),
                Instant.parse(example.at()),
                decided,
                ImageOf.decision(decided));
    }
}

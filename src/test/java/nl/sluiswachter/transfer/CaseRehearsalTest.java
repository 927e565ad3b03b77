package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is kept of every case comes out as the case did, by the catalogue of the case. */
class CaseRehearsalTest {

    @TestFactory
    Stream<DynamicTest> comesOutAsTheCaseDid() {
        return CaseFile.all().stream()
                .flatMap(file -> file.examples().stream())
                .map(example -> DynamicTest.dynamicTest(example.type() + ": " + example.name(), () -> check(example)));
    }

    private static void check(CaseFile.Example example) {
        ExampleReader reader = new ExampleReader(example);
        Decided decided = new TestPath(reader.registers(), reader.requests()).decide(reader.submitted());

        DecisionImage image = DecisionImage.read(ImageOf.decision(decided).toJson());

        assertThat(image).isEqualTo(ImageOf.decision(decided));
        assertThat(image.senderOin())
                .isEqualTo(decided.submitted().sender().oin().value());
        assertThat(image.outcome()).isEqualTo(Outcome.of(decided, refs(decided)));
        assertThat(Rehearsal.decide(image, example.catalogue())).isEqualTo(image.outcome());
    }

    /** Persons are numbered in the order of the message. */
    private static UnaryOperator<String> refs(Decided decided) {
        var persons = decided.submitted().message().persons().stream()
                .map(Person::ref)
                .toList();
        return ref -> persons.contains(ref) ? "p" + persons.indexOf(ref) : "";
    }
}

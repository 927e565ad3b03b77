package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;

/** What is kept of a decision says how it comes out, by this catalogue or another, and nothing about anybody. */
class RehearsalTest {

    private static final Catalogue OTHER =
            changed("types/WMO_ALLOCATION.yaml", "support.functional_limits, plan.goals, ", "");

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void anUnchangedCatalogueFlipsNothing(@ForAll long seed) {
        DecisionImage image =
                DecisionImage.read(ImageOf.decision(Worlds.of(seed).decide()).toJson());

        assertThat(Rehearsal.decide(image, Worlds.CATALOGUE)).isEqualTo(image.outcome());
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void holdsNoSubmittedValueAndNoMadeUpName(@ForAll long seed) {
        Worlds.World world = Worlds.of(seed);
        String image = ImageOf.decision(world.decide()).toJson().toLowerCase(Locale.ROOT);

        assertThat(image)
                .doesNotContain("qz")
                .doesNotContain("qan")
                .doesNotContain("made")
                .doesNotContain("1903-01-17")
                .doesNotContainPattern("(?<![0-9])[0-9]{9}(?![0-9])");
        world.submitted().message().persons().forEach(person -> {
            assertThat(image).doesNotContain("\"19").doesNotContain("\"200");
            new Identities(TestPath.KEYS).of(person).keys().forEach(key -> assertThat(image)
                    .doesNotContain(key.toString()));
        });
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void anotherCatalogueDecidesTheImageAsItWouldHaveDecidedTheMessage(@ForAll long seed) {
        Worlds.World world = Worlds.of(seed);
        DecisionImage image = ImageOf.decision(world.decide());

        DecisionImage real =
                ImageOf.decision(world.with(Worlds.by(world.submitted(), OTHER)).decide());

        assertThat(Rehearsal.decide(image, OTHER)).isEqualTo(real.outcome());
    }

    @Example
    void everyLikenessHasAnExampleThatIsLikeIt() {
        for (Likeness likeness : Likeness.values()) {
            if (likeness.compareTo(Likeness.UNDER_12) < 0) {
                assertThat(Likeness.of(likeness.example(null))).isEqualTo(likeness);
            }
        }
    }

    @Property(tries = 300)
    void aTextHoldsWhatTheTextHeldThatItStandsFor(
            @ForAll @UniqueElements @Size(max = 4) List<@From("held") String> held, @ForAll boolean reference) {
        String text = reference ? String.join("/", held) : "Bel of schrijf\n" + String.join("\n", held);
        String token = new Likenesses().of(text);

        String like = Likenesses.text(token, LocalDate.of(2026, 11, 21));

        assertThat(new Likenesses().of(like)).isEqualTo(token);
    }

    @Provide
    Arbitrary<String> held() {
        return Arbitraries.of("06-87654321", "qan@qansen.example", "NL02ABNA0123456789", "Dorpsstraat 4", "123456782");
    }

    @Example
    void whatLetsMoreThroughDeliversMore() {
        Outcome.Trace name = new Outcome.Trace("p0", "identity.name", "");
        Outcome.Trace initials = new Outcome.Trace("p0", "identity.name.initials", "FIELD_NOT_ALLOWED");
        Outcome refused = new Outcome(false, Set.of(), Set.of(), Set.of(), Set.of());
        Outcome some = new Outcome(true, Set.of(), Set.of(initials), Set.of(name), Set.of());
        Outcome all = new Outcome(true, Set.of(), Set.of(), Set.of(name), Set.of());

        assertThat(some.deliversMoreThan(refused)).isTrue();
        assertThat(all.deliversMoreThan(some)).isTrue();
        assertThat(some.deliversMoreThan(all)).isFalse();
        assertThat(refused.deliversMoreThan(all)).isFalse();
        assertThat(some.deliversMoreThan(some)).isFalse();
    }

    private static Catalogue changed(String file, String from, String to) {
        SortedMap<String, String> texts = new TreeMap<>(
                CatalogueFiles.in(Path.of("src/main/resources/catalogue")).texts());
        assertThat(texts.get(file)).contains(from);
        texts.computeIfPresent(file, (name, text) -> text.replace(from, to));
        return new CatalogueLoader().load(new CatalogueFiles(texts));
    }
}

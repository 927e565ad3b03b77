package nl.sluiswachter.catalogue;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what nobody has words for, and words with a placeholder that nothing fills. */
final class VoicesCheck {

    static final String FILE = "voices.yaml";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final Catalogue catalogue;
    private final Voices voices;
    private final Faults faults;

    VoicesCheck(Catalogue catalogue, CatalogueFiles files) {
        this.catalogue = catalogue;
        this.voices = catalogue.voices();
        this.faults = new Faults(files);
    }

    /** One sentence per fault; empty when every decision can be told to every reader. */
    List<String> faults() {
        voiced("phrases", voices.phrases(), List.of(Phrase.values()), Phrase::placeholders);
        plain("capacities", voices.capacities(), catalogue.capacities().keySet(), Set.of());
        plain("tasks", voices.tasks(), purposes(), Set.of());
        plain("laws", voices.laws(), laws(), Set.of());
        plain("reasons", voices.reasons(), List.of(Code.values()), Voices.PARTIES);
        plain("reasonsUnsent", voices.reasonsUnsent(), voices.reasonsUnsent().keySet(), Voices.PARTIES);
        plain("remedies", voices.remedies(), catalogue.texts().remedies().keySet(), Voices.PARTIES);
        voiced("preconditions", voices.preconditions(), List.of(Precondition.values()), key -> Set.of());
        voiced("obligations", voices.obligations(), obligations(), key -> Voices.DUTY);
        persons();
        ordinals();
        return faults.sentences();
    }

    private Set<String> purposes() {
        return catalogue.types().values().stream()
                .flatMap(type -> type.purposes().stream())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Set<String> obligations() {
        return catalogue.types().values().stream()
                .flatMap(type -> type.rules().stream())
                .flatMap(rule -> rule.obligations().stream())
                .filter(obligation -> obligation.code() != null)
                .flatMap(ObligationRule::codes)
                .collect(Collectors.toSet());
    }

    private Set<String> laws() {
        Set<String> laws = new TreeSet<>();
        catalogue.articles().forEach((name, article) -> {
            Optional<LegalReference> read = LegalReference.parse(name);
            read.map(LegalReference::law).ifPresent(laws::add);
            if (read.isEmpty() && article.inForceFrom() != null) {
                faults.add(
                        "articles.yaml",
                        "/" + name,
                        name + " must be written as <law> art. <number> lid <n> onder <letter>");
            }
        });
        return laws;
    }

    private void persons() {
        for (Relation relation : Relation.values()) {
            PersonWords words = voices.persons().get(relation);
            voiced("persons", relation, words == null ? null : words.one(), Set.of());
            voiced("persons", relation, words == null ? null : words.many(), Set.of());
        }
    }

    private void ordinals() {
        int highest = catalogue.articles().keySet().stream()
                .flatMap(name -> LegalReference.parse(name).stream())
                .flatMap(reference -> reference.paragraph().stream())
                .max(Integer::compare)
                .orElse(0);
        if (voices.ordinals().size() < highest) {
            faults.add(FILE, "/ordinals", "ordinals must go up to " + highest);
        }
        voices.ordinals().forEach(ordinal -> text("ordinals", "", ordinal, Set.of()));
    }

    private <K> void plain(String section, Map<K, Text> texts, Collection<K> needed, Set<String> placeholders) {
        needed.forEach(key -> text(section, key.toString(), texts.get(key), placeholders));
        superfluous(section, texts.keySet(), needed);
    }

    private <K> void voiced(
            String section, Map<K, VoicedText> texts, Collection<K> needed, Function<K, Set<String>> placeholders) {
        needed.forEach(key -> voiced(section, key, texts.get(key), placeholders.apply(key)));
        superfluous(section, texts.keySet(), needed);
    }

    private void voiced(String section, Object key, VoicedText text, Set<String> placeholders) {
        Arrays.stream(Voice.values())
                .map(voice -> text == null ? null : text.of(voice))
                .distinct()
                .forEach(own -> text(section, key.toString(), own, placeholders));
    }

    private <K> void superfluous(String section, Set<K> present, Collection<K> needed) {
        present.stream()
                .filter(key -> !needed.contains(key))
                .filter(key -> !section.equals("laws"))
                .forEach(key -> fault(section, key.toString(), "belongs to nothing in the catalogue"));
    }

    private void text(String section, String key, Text text, Set<String> placeholders) {
        if (text == null || isBlank(text.nl()) || isBlank(text.en())) {
            fault(section, key, "needs a text in nl and en for each reader");
            return;
        }
        Stream.of(text.nl(), text.en())
                .flatMap(words -> PLACEHOLDER.matcher(words).results())
                .map(found -> found.group(1))
                .filter(name -> !placeholders.contains(name))
                .forEach(name -> fault(
                        section,
                        key,
                        "has an unknown placeholder {" + name + "}; expected is "
                                + (placeholders.isEmpty() ? "none" : new TreeSet<>(placeholders))));
    }

    /** At the entry, or at its section when the entry is missing. */
    private void fault(String section, String key, String sentence) {
        faults.add(FILE, "/" + section + "/" + key, section + "." + key + " " + sentence);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

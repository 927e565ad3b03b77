package nl.sluiswachter.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what nobody has words for, and words with a placeholder that nothing fills. */
final class VoicesCheck {

    static final String FILE = "voices.yaml";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final Catalogue catalogue;
    private final Voices voices;
    private final String source;
    private final List<String> faults = new ArrayList<>();

    /** @param source text of the file, to name lines */
    VoicesCheck(Catalogue catalogue, String source) {
        this.catalogue = catalogue;
        this.voices = catalogue.voices();
        this.source = source;
    }

    /** One sentence per fault; empty when every decision can be told to every reader. */
    List<String> faults() {
        voiced("phrases", voices.phrases(), List.of(Phrase.values()), Phrase::placeholders);
        plain("capacities", voices.capacities(), catalogue.capacities().keySet(), Set.of());
        plain("tasks", voices.tasks(), purposes(), Set.of());
        plain("laws", voices.laws(), laws(), Set.of());
        plain("reasons", voices.reasons(), List.of(Code.values()), Voices.PARTIES);
        plain("remedies", voices.remedies(), catalogue.texts().remedies().keySet(), Voices.PARTIES);
        voiced("preconditions", voices.preconditions(), List.of(Precondition.values()), key -> Set.of());
        voiced("obligations", voices.obligations(), obligations(), key -> Voices.DUTY);
        persons();
        ordinals();
        return List.copyOf(faults);
    }

    private Set<String> purposes() {
        return catalogue.types().values().stream()
                .map(ExchangeType::purpose)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Set<String> obligations() {
        return catalogue.types().values().stream()
                .flatMap(type -> type.obligations().stream())
                .flatMap(ObligationRule::codes)
                .collect(Collectors.toSet());
    }

    private Set<String> laws() {
        Set<String> laws = new TreeSet<>();
        catalogue.articles().forEach((name, article) -> {
            Optional<LegalReference> read = LegalReference.parse(name);
            read.map(LegalReference::law).ifPresent(laws::add);
            if (read.isEmpty() && article.inForceFrom() != null) {
                faults.add("articles.yaml: " + name + " must be written as <law> art. <number> lid <n> onder <letter>");
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
            faults.add(FILE + line("ordinals", "") + ": ordinals must go up to " + highest);
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
                .forEach(key -> faults.add(place(section, key.toString()) + " belongs to nothing in the catalogue"));
    }

    private void text(String section, String key, Text text, Set<String> placeholders) {
        if (text == null || isBlank(text.nl()) || isBlank(text.en())) {
            faults.add(place(section, key) + " needs a text in nl and en for each reader");
            return;
        }
        Stream.of(text.nl(), text.en())
                .flatMap(words -> PLACEHOLDER.matcher(words).results())
                .map(found -> found.group(1))
                .filter(name -> !placeholders.contains(name))
                .forEach(name -> faults.add(place(section, key) + " has an unknown placeholder {" + name
                        + "}; expected is " + (placeholders.isEmpty() ? "none" : new TreeSet<>(placeholders))));
    }

    private String place(String section, String key) {
        return FILE + line(section, key) + ": " + section + "." + key;
    }

    /** The line of an entry, or of its section when the entry is missing. */
    private String line(String section, String key) {
        Matcher start = Pattern.compile("^" + section + ":", Pattern.MULTILINE).matcher(source);
        if (!start.find()) {
            return "";
        }
        Matcher entry = Pattern.compile("^  \"?" + Pattern.quote(key) + "\"?:", Pattern.MULTILINE)
                .matcher(source);
        int place = !key.isEmpty() && entry.find(start.end()) ? entry.start() : start.start();
        return ", line " + (source.substring(0, place).lines().count() + 1);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

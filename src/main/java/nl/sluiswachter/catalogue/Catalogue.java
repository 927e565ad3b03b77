package nl.sluiswachter.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.party.Capacity;

/**
 * One complete, consistent version of the law as data. Immutable: a decision uses one instance from begin to end.
 *
 * @param version {@code sha256:} and the hash over the canonical form of all files
 * @param fields the vocabulary, by path
 * @param reuse the re-use matrix: from origin to law
 */
public record Catalogue(
        String version,
        Map<String, Article> articles,
        Map<Capacity, CapacityRule> capacities,
        Map<String, FieldRule> fields,
        Map<Origin, Map<Origin, ReuseCell>> reuse,
        Ages ages,
        Reasons texts,
        Voices voices,
        Map<String, ExchangeType> types) {

    public Catalogue {
        articles = Map.copyOf(articles);
        capacities = Map.copyOf(capacities);
        fields = Map.copyOf(fields);
        reuse = Map.copyOf(reuse);
        types = Map.copyOf(types);
    }

    /** The exchange type with this code. */
    public Optional<ExchangeType> type(String id) {
        return Optional.ofNullable(types.get(id));
    }

    /** What an exchange type is called; its id when it is not in this version. */
    public String title(String id, Language language) {
        return type(id).map(type -> type.title().in(language)).orElse(id);
    }

    /** Whether the transfers of this type are kept from the person concerned; of a type that is unknown too. */
    public boolean isConfidential(String type) {
        return type(type).map(ExchangeType::confidentiality).orElse(Confidentiality.CONFIDENTIAL)
                == Confidentiality.CONFIDENTIAL;
    }

    /** The types that are not confidential. */
    public List<String> openTypes() {
        return types.keySet().stream().filter(type -> !isConfidential(type)).toList();
    }

    /** The type that answers this one, where it is a request. */
    public Optional<ExchangeType> answerTo(ExchangeType request) {
        return types.values().stream()
                .filter(type -> request.id().equals(type.answers()))
                .findFirst();
    }

    /** Every purpose of some exchange type. */
    public boolean isPurpose(String code) {
        return types.values().stream().anyMatch(type -> type.purposes().contains(code));
    }

    /**
     * The listed article that somebody means by this name, whatever its case and spaces. What begins with the name of a
     * bill means that bill: its articles have no final numbers yet.
     */
    public Optional<String> articleNamed(String stated) {
        String name = stated.strip().replaceAll("\\s+", " ");
        return articles.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .or(() -> articles.entrySet().stream()
                        .filter(article -> article.getValue().inForceFrom() == null)
                        .map(Map.Entry::getKey)
                        .filter(article -> law(article).equalsIgnoreCase(law(name)))
                        .sorted()
                        .findFirst());
    }

    private static String law(String article) {
        return article.replaceAll("[^\\p{L}].*", "");
    }

    /** What the matrix says; empty means that nobody decided, which is a refusal. */
    public Optional<ReuseCell> reuse(Origin from, Origin to) {
        return Optional.ofNullable(reuse.getOrDefault(from, Map.of()).get(to));
    }

    /** The age regime that the rule refers to. */
    public AgeRegime regime(ExchangeRule rule) {
        return ages.regimes().get(rule.consent().ageRegime());
    }

    /**
     * The path as far as the vocabulary has it; empty when not even its group is known. A name that somebody made up is
     * not part of it, because such a name can hold a value.
     */
    public String knownPart(String path) {
        int last = path.lastIndexOf('.');
        String before = path.substring(0, Math.max(last, 0));
        boolean isMember =
                fields.containsKey(before) && fields.get(before).members().contains(path.substring(last + 1));
        if (fields.containsKey(path) || isMember) {
            return path;
        }
        if (fields.containsKey(before)) {
            return before;
        }
        String group = path.replaceAll("\\..*", "");
        return knowsCategory(group) ? group : "";
    }

    /** Whether the field path, or a prefix such as {@code health}, is in the vocabulary. */
    public boolean knowsCategory(String path) {
        return fields.containsKey(path) || fields.keySet().stream().anyMatch(f -> f.startsWith(path + "."));
    }
}

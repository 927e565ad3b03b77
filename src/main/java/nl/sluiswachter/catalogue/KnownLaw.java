package nl.sluiswachter.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The articles and exchange types of every kept version: a decision of last year rests on those of its own catalogue. */
public final class KnownLaw {

    private final ActiveCatalogue active;
    private final JdbcCatalogueVersions versions;
    private final Catalogues catalogues;
    private final Map<String, Names> read = new ConcurrentHashMap<>(); // a version never changes

    public KnownLaw(ActiveCatalogue active, JdbcCatalogueVersions versions, Catalogues catalogues) {
        this.active = active;
        this.versions = versions;
        this.catalogues = catalogues;
    }

    /** What one version has. */
    private record Names(Set<String> articles, Set<String> types) {

        static Names of(Catalogue law) {
            return new Names(
                    Set.copyOf(law.articles().keySet()), Set.copyOf(law.types().keySet()));
        }
    }

    /** Whether any version writes an article so, or may: one that cannot be read may have any. */
    public boolean hasArticle(String text) {
        return active.current().articles().containsKey(text)
                || has(names -> names.articles().contains(text));
    }

    /** Whether any version has an exchange type of this id, or may: one that cannot be read may have any. */
    public boolean hasType(String id) {
        return active.current().types().containsKey(id)
                || has(names -> names.types().contains(id));
    }

    private boolean has(Predicate<Names> looked) {
        return versions.list().stream()
                .anyMatch(kept -> of(kept.version()).map(looked::test).orElse(true));
    }

    private Optional<Names> of(String version) {
        try {
            return Optional.ofNullable(read.computeIfAbsent(
                    version, name -> catalogues.version(name).map(Names::of).orElse(null)));
        } catch (CatalogueException e) {
            return Optional.empty();
        }
    }
}

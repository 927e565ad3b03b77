package nl.sluiswachter.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

        static final Names NONE = new Names(Set.of(), Set.of());

        static Names of(Catalogue law) {
            return new Names(
                    Set.copyOf(law.articles().keySet()), Set.copyOf(law.types().keySet()));
        }
    }

    /** Whether any version writes an article so. */
    public boolean hasArticle(String text) {
        return active.current().articles().containsKey(text)
                || versions.list().stream()
                        .anyMatch(kept -> of(kept.version()).articles().contains(text));
    }

    /** Whether any version has an exchange type of this id. */
    public boolean hasType(String id) {
        return active.current().types().containsKey(id)
                || versions.list().stream()
                        .anyMatch(kept -> of(kept.version()).types().contains(id));
    }

    /** A version that cannot be read any more tells of none. */
    private Names of(String version) {
        return read.computeIfAbsent(version, name -> {
            try {
                return catalogues.version(name).map(Names::of).orElse(Names.NONE);
            } catch (CatalogueException e) {
                return Names.NONE;
            }
        });
    }
}

package nl.sluiswachter.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The articles of every kept version: a decision of last year rests on those of its own catalogue. */
public final class KnownArticles {

    private final ActiveCatalogue active;
    private final JdbcCatalogueVersions versions;
    private final Catalogues catalogues;
    private final Map<String, Set<String>> read = new ConcurrentHashMap<>(); // a version never changes

    public KnownArticles(ActiveCatalogue active, JdbcCatalogueVersions versions, Catalogues catalogues) {
        this.active = active;
        this.versions = versions;
        this.catalogues = catalogues;
    }

    /** Whether any version writes it so. */
    public boolean contains(String article) {
        return active.current().articles().containsKey(article)
                || versions.list().stream().anyMatch(kept -> of(kept.version()).contains(article));
    }

    /** A version that cannot be read any more tells of none. */
    private Set<String> of(String version) {
        return read.computeIfAbsent(version, name -> {
            try {
                return catalogues
                        .version(name)
                        .map(law -> Set.copyOf(law.articles().keySet()))
                        .orElse(Set.of());
            } catch (CatalogueException e) {
                return Set.of();
            }
        });
    }
}

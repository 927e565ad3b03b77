package nl.sluiswachter.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The kept versions, read again at most once in a while: a version never changes. */
public final class StoredCatalogues implements Catalogues {

    /** A catalogue takes some hundred kilobytes. */
    private static final int REMEMBERED = 8;

    private final JdbcCatalogueVersions table;
    private final CatalogueLoader loader = new CatalogueLoader();
    private final Map<String, Catalogue> remembered = new LinkedHashMap<>(REMEMBERED, 1f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Catalogue> eldest) {
            return size() > REMEMBERED;
        }
    };

    public StoredCatalogues(JdbcCatalogueVersions table) {
        this.table = table;
    }

    /** @throws CatalogueException when what is stored does not fit its name, or cannot be read */
    @Override
    public Optional<Catalogue> version(String version) {
        Catalogue known = remembered(version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Catalogue> found = genuine(version).map(form -> loader.read(form.files()));
        found.ifPresent(this::remember);
        return found;
    }

    /**
     * A kept version with every check that this jar makes, to decide by.
     *
     * @throws CatalogueException when it may not be used
     */
    public Optional<Catalogue> usable(String version) {
        return genuine(version).map(form -> loader.load(form.files()));
    }

    private Optional<CanonicalForm> genuine(String version) {
        Optional<CanonicalForm> form = table.find(version);
        if (form.filter(stored -> !stored.version().equals(version)).isPresent()) {
            throw new CatalogueException("what is stored is not what its hash says", null);
        }
        return form;
    }

    private Catalogue remembered(String version) {
        synchronized (remembered) {
            return remembered.get(version);
        }
    }

    private void remember(Catalogue catalogue) {
        synchronized (remembered) {
            remembered.put(catalogue.version(), catalogue);
        }
    }
}

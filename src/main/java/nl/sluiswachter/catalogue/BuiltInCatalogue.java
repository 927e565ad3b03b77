package nl.sluiswachter.catalogue;

import java.time.Clock;
import java.util.Optional;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Activated;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions.Source;

/** The catalogue that travels in the jar: in force where none ever was, elsewhere a candidate like any other. */
public final class BuiltInCatalogue {

    private final CatalogueFiles files;
    private final JdbcCatalogueVersions versions;
    private final JdbcCatalogueEvents events;
    private final LawInForce law;
    private final Clock clock;
    private final CatalogueLoader loader = new CatalogueLoader();

    public BuiltInCatalogue(
            CatalogueFiles files,
            JdbcCatalogueVersions versions,
            JdbcCatalogueEvents events,
            LawInForce law,
            Clock clock) {
        this.files = files;
        this.versions = versions;
        this.events = events;
        this.law = law;
        this.clock = clock;
    }

    /**
     * Keeps the catalogue where it is new, and puts it in force where none is. To be called in a transaction that one
     * node has at a time.
     *
     * @return its version
     * @throws CatalogueException when it has a fault
     */
    public String keep() {
        CanonicalForm form = loader.canonical(files);
        loader.load(files);
        versions.insert(form, Source.JAR, clock.instant());
        if (events.latest().isEmpty()) {
            events.add(new Activated(1, form.version(), clock.instant(), law.seal(form.version()), Optional.empty()));
        }
        return form.version();
    }
}

package nl.sluiswachter.health;

import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Up when there is law to decide by; tells which version, so that an operator sees nodes that differ. */
final class CatalogueIndicator extends AbstractHealthIndicator {

    private final ActiveCatalogue catalogue;

    CatalogueIndicator(ActiveCatalogue catalogue) {
        super("The catalogue could not be read");
        this.catalogue = catalogue;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Catalogue current = catalogue.current();
        builder.status(current.types().isEmpty() ? "OUT_OF_SERVICE" : "UP")
                .withDetail("version", current.version())
                .withDetail("exchangeTypes", current.types().size());
    }
}

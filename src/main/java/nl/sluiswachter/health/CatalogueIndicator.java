package nl.sluiswachter.health;

import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Up when a catalogue is in force; says which one, so that nodes can be compared. */
final class CatalogueIndicator extends AbstractHealthIndicator {

    private final ActiveCatalogue catalogue;

    CatalogueIndicator(ActiveCatalogue catalogue) {
        super("The catalogue could not be read");
        this.catalogue = catalogue;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Catalogue current = catalogue.current();
        builder.up()
                .withDetail("policyVersion", current.version())
                .withDetail("exchangeTypes", current.types().size());
    }
}

package nl.sluiswachter.health;

import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueSwitch;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Up when this node is sure which law is in force; tells which version, so that an operator sees nodes that differ. */
final class CatalogueIndicator extends AbstractHealthIndicator {

    private final CatalogueSwitch catalogue;
    private final String builtIn;

    /** @param builtIn version of the catalogue in this jar */
    CatalogueIndicator(CatalogueSwitch catalogue, String builtIn) {
        super("The catalogue could not be read");
        this.catalogue = catalogue;
        this.builtIn = builtIn;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Catalogue current = catalogue.current();
        builder.status(catalogue.doubt().isEmpty() ? "UP" : "OUT_OF_SERVICE")
                .withDetail("version", current.version())
                .withDetail("activation", catalogue.activation())
                .withDetail("exchangeTypes", current.types().size());
        if (!builtIn.equals(current.version())) {
            builder.withDetail("ofThisJar", builtIn);
        }
        catalogue.doubt().ifPresent(doubt -> builder.withDetail("doubt", doubt));
    }
}

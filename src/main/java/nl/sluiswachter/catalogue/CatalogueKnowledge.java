package nl.sluiswachter.catalogue;

import java.util.Set;
import nl.sluiswachter.consent.KnownTypes;
import nl.sluiswachter.facts.KnownCodes;
import nl.sluiswachter.party.Capacity;

/** Tells the registers which codes exist. */
final class CatalogueKnowledge implements KnownTypes, KnownCodes {

    private final ActiveCatalogue catalogue;

    CatalogueKnowledge(ActiveCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean isExchangeType(String code) {
        return catalogue.current().type(code).isPresent();
    }

    @Override
    public boolean isPurpose(String code) {
        return catalogue.current().isPurpose(code);
    }

    @Override
    public boolean maySend(String exchangeTypeOrPurpose, Set<Capacity> capacities) {
        return catalogue.current().types().values().stream()
                .filter(type -> type.id().equals(exchangeTypeOrPurpose)
                        || type.purposes().contains(exchangeTypeOrPurpose))
                .anyMatch(type -> capacities.stream().anyMatch(type.senders()::contains));
    }

    @Override
    public boolean isCapacity(String code) {
        return catalogue.current().capacities().keySet().stream()
                .anyMatch(capacity -> capacity.code().equals(code));
    }

    @Override
    public boolean isDataCategory(String path) {
        return catalogue.current().knowsCategory(path);
    }
}

package nl.sluiswachter.consent;

import java.util.Set;
import nl.sluiswachter.party.Capacity;

/** What the catalogue knows, so that nobody registers a consent that can never be used. */
public interface KnownTypes {

    /** Whether it is the code of an exchange type. */
    boolean isExchangeType(String code);

    /** Whether it is the code of a purpose. */
    boolean isPurpose(String code);

    /** Whether one of the capacities is a sender of this exchange type or, for a purpose, of one that serves it. */
    boolean maySend(String exchangeTypeOrPurpose, Set<Capacity> capacities);

    /** Whether it is a capacity in which somebody sends or receives. */
    boolean isCapacity(String code);

    /** Whether it is the path of a field ({@code health.functional}) or a prefix of one ({@code health}). */
    boolean isDataCategory(String path);
}

package nl.sluiswachter.party;

import nl.sluiswachter.kernel.Oin;

/** Somebody named in a consent: one organisation by OIN, or everybody who acts in a capacity. */
public sealed interface PartyRef {

    /** Whether the party, acting in the capacity, is meant. */
    boolean covers(Oin oin, Capacity capacity);

    /** The OIN or the capacity code, as in the contract. */
    String text();

    /** Reads an OIN (20 positions) or a capacity code. */
    static PartyRef parse(String text) {
        return Oin.isValid(text) ? new ByOin(new Oin(text)) : new ByCapacity(new Capacity(text));
    }

    /** One organisation. */
    record ByOin(Oin oin) implements PartyRef {
        @Override
        public boolean covers(Oin other, Capacity capacity) {
            return oin.equals(other);
        }

        @Override
        public String text() {
            return oin.value();
        }
    }

    /** All organisations in a capacity. */
    record ByCapacity(Capacity capacity) implements PartyRef {
        @Override
        public boolean covers(Oin other, Capacity acting) {
            return capacity.equals(acting);
        }

        @Override
        public String text() {
            return capacity.code();
        }
    }
}

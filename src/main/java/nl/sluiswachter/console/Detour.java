package nl.sluiswachter.console;

/** A page cannot be shown yet, or not any more: whoever asked for it is led to another one. */
public final class Detour extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String address;

    /** @param address of the other page, here */
    public Detour(String address) {
        super("Led to another page", null, false, false);
        this.address = address;
    }

    String address() {
        return address;
    }
}

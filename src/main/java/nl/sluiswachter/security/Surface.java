package nl.sluiswachter.security;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.settings.GatewaySettings;

/**
 * A door of the gateway. Which door a request came through is told by the connector that accepted it, never by a header.
 */
public enum Surface {
    /** Partner organisations, with a client certificate. */
    PARTNER(Side.PARTNER),
    /** The municipality's own systems, with a client certificate of its own CA. */
    BACK_OFFICE(Side.MUNICIPALITY),
    /** Public pages, without a client certificate. */
    OPEN(null);

    private final Side side;

    Surface(Side side) {
        this.side = side;
    }

    /** The side a party must be on to come in here; empty when anybody may. */
    public Optional<Side> side() {
        return Optional.ofNullable(side);
    }

    /** The door the request came through; empty on the management port, which is none of the doors. */
    public static Optional<Surface> of(ServletRequest request) {
        return Arrival.of(request).map(Arrival::surface);
    }

    GatewaySettings.Surface settings(GatewaySettings.Surfaces surfaces) {
        return switch (this) {
            case PARTNER -> surfaces.partner();
            case BACK_OFFICE -> surfaces.backOffice();
            case OPEN -> surfaces.open();
        };
    }
}

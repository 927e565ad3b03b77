package nl.sluiswachter.security;

import jakarta.servlet.Filter;
import java.util.List;
import nl.sluiswachter.settings.GatewaySettings;

/** What a request passes before it reaches a servlet, in order. */
final class DoorFilters {

    private final Turnstile turnstile;
    private final PartyShare share;
    private final BodyReader bodies;
    private final IdentityFilter identity;

    DoorFilters(GatewaySettings.Limits limits, IdentityFilter identity) {
        this.turnstile = new Turnstile(limits.threads());
        this.share = new PartyShare(limits.threads());
        this.bodies = new BodyReader(limits);
        this.identity = identity;
    }

    /** Partner and back office: nobody learns anything, and nothing is read, before it is known who is there. */
    List<Filter> identified() {
        return List.of(
                new FailureFilter(),
                turnstile.first(),
                identity,
                share,
                new SurfaceFilter(),
                new BodyFilter(bodies),
                turnstile.second());
    }

    /** The console, whose visitors are known later, by their session. */
    List<Filter> console() {
        return List.of(new SurfaceFilter(), new FormFilter(bodies), turnstile.second());
    }

    /** The public pages. */
    List<Filter> open() {
        return List.of(new FailureFilter(), new SurfaceFilter(), new BodyFilter(bodies), turnstile.second());
    }
}

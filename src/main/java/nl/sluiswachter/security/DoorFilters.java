package nl.sluiswachter.security;

import jakarta.servlet.Filter;
import java.util.List;
import nl.sluiswachter.settings.GatewaySettings;

/** What a request passes before it reaches a servlet, in order. */
final class DoorFilters {

    private final Turnstile turnstile;
    private final Turnstile openTurnstile;
    private final PartyShare share;
    private final BodyReader bodies;
    private final IdentityFilter identity;

    DoorFilters(GatewaySettings.Limits limits, IdentityFilter identity) {
        this.turnstile = new Turnstile(limits.threads());
        this.openTurnstile = new Turnstile(limits.openThreads());
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
        return List.of(openTurnstile.first(), new SurfaceFilter(), new FormFilter(bodies), openTurnstile.second());
    }

    /** The public pages, for anybody: whoever fills their places takes none of those that ask who is there. */
    List<Filter> open() {
        return List.of(
                new FailureFilter(),
                openTurnstile.first(),
                new SurfaceFilter(),
                new BodyFilter(bodies),
                openTurnstile.second());
    }
}

package nl.sluiswachter.security;

import java.util.List;
import nl.sluiswachter.party.Party;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A party identified by its client certificate. */
final class PartyAuthentication extends AbstractAuthenticationToken {

    private final transient Party party;

    PartyAuthentication(Party party) {
        super(List.of());
        this.party = party;
        super.setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Party getPrincipal() {
        return party;
    }

    @Override
    public String getName() {
        return party.oin().value();
    }
}

package nl.sluiswachter.party;

import java.net.URI;

/**
 * Where messages for a party are pushed.
 *
 * @param url an https address
 * @param trustPem the CA certificates, PEM, one of which must have issued the server's certificate
 */
public record PushEndpoint(URI url, String trustPem) {}

package nl.sluiswachter.api;

import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.party.Party;

/**
 * One call at the edge, reduced to what the contract knows. Everything else the client sent is gone.
 *
 * @param caller the identified, active party; from the certificate alone
 * @param call the operation, for example {@code POST /v1/transfers}, as in the contract
 * @param path path parameters by name
 * @param query query parameters by name, first value only
 * @param headers the contract's request headers by lower-case name
 * @param body the exact bytes received
 */
public record Request(
        Party caller,
        String call,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body) {

    public Request {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** A request header of the contract, by lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}

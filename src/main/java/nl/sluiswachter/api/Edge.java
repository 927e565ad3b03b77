package nl.sluiswachter.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.servlet.ServletEndpoint;
import org.apache.camel.http.common.HttpMessage;

/**
 * Where HTTP ends. On the way in it reduces a call to what the contract knows; on the way out it writes the answer. No
 * header, query parameter or attribute of the client lives on as a Camel header.
 */
public final class Edge {

    /** Header with the transaction of Federated Service Connectivity (FSC core) to which a call belongs. */
    static final String TRANSACTION = "Fsc-Transaction-Id";

    private static final String PART = "nl.sluiswachter.part";
    private static final String RESPONSE = "nl.sluiswachter.response";
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> HEADERS = Set.of(
            "idempotency-key",
            "prefer",
            "traceparent",
            "accept",
            "accept-language",
            "fsc-transaction-id",
            "if-none-match");
    private static final Set<String> QUERY = Set.of(
            "cursor",
            "limit",
            "audience",
            "lang",
            "sort_order",
            "after",
            "before",
            "grant_hash",
            "from",
            "to",
            "service_name",
            "transaction_ids");
    private static final String JSON = "application/json";

    private final StrictQueries queries;

    Edge(StrictQueries queries) {
        this.queries = queries;
    }

    /**
     * The call in the exchange.
     *
     * @throws ProblemException 415 when a body is not JSON, 400 when a parameter or header comes twice, or a parameter that the
     *     call does not have
     */
    public Request read(Exchange exchange) {
        HttpMessage message = exchange.getIn(HttpMessage.class);
        HttpServletRequest servlet = message.getRequest();
        exchange.setProperty(RESPONSE, message.getResponse());
        PathTemplate template = new PathTemplate(((ServletEndpoint) exchange.getFromEndpoint()).getPath());
        byte[] body = RequestBody.of(servlet);
        if (body.length > 0) {
            demandJson(servlet);
        }
        Map<String, String> headers = headers(servlet);
        exchange.setProperty(TRANSACTION, headers.remove(TRANSACTION.toLowerCase(Locale.ROOT)));
        Request request = new Request(
                Caller.of(servlet),
                servlet.getMethod() + " /v1" + template.text(),
                template.parameters(servlet.getPathInfo()),
                query(servlet),
                headers,
                body);
        queries.check(request, servlet.getParameterMap().keySet());
        return request;
    }

    /** From now on answers in this exchange are answers to this part of a call. */
    static void begin(Part part, Exchange exchange) {
        exchange.setProperty(PART, part);
    }

    /** Writes the answer: to the part of a call that it answers, else over HTTP where the exchange came over HTTP. */
    public void write(Answer answer, Exchange exchange) {
        Part part = exchange.getProperty(PART, Part.class);
        if (part == null) {
            respond(answer, exchange);
        } else {
            part.answered(answer);
        }
    }

    private static void respond(Answer answer, Exchange exchange) {
        HttpServletResponse response = exchange.getProperty(RESPONSE, HttpServletResponse.class);
        if (response != null) {
            answer.headers().forEach(response::setHeader);
            if (answer.headers().containsKey(TRANSACTION)) {
                given(exchange).ifPresent(transaction -> response.setHeader(TRANSACTION, transaction));
            }
            exchange.getMessage().removeHeaders("*");
            exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, answer.mediaType());
            exchange.getMessage()
                    .setBody(answer.stream().<Object>map(stream -> stream).orElse(answer.body()));
        }
    }

    /** The transaction that the caller named; anything but a UUID is ignored. */
    static Optional<UUID> transaction(Exchange exchange) {
        return given(exchange).map(UUID::fromString);
    }

    private static Optional<String> given(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(TRANSACTION, String.class))
                .filter(Edge::isUuid);
    }

    static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    private static void demandJson(HttpServletRequest servlet) {
        String type = servlet.getContentType() == null ? "" : servlet.getContentType();
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", 2);
        boolean utf8 = parts.length == 1 || parts[1].replaceAll("[\\s\"]", "").equals("charset=utf-8");
        if (!parts[0].strip().equals(JSON) || !utf8) {
            throw new ProblemException(Problem.of(
                    415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type", "Send the body as application/json."));
        }
    }

    private static Map<String, String> headers(HttpServletRequest servlet) {
        Map<String, String> headers = new HashMap<>();
        for (String name : HEADERS) {
            Enumeration<String> values = servlet.getHeaders(name);
            if (values.hasMoreElements()) {
                headers.put(name, values.nextElement());
            }
            if (values.hasMoreElements()) {
                throw twice(name);
            }
        }
        return headers;
    }

    private static Map<String, String> query(HttpServletRequest servlet) {
        Map<String, String> query = new HashMap<>();
        for (String name : QUERY) {
            String[] values = servlet.getParameterValues(name);
            if (values != null && values.length > 1) {
                throw twice(name);
            }
            if (values != null) {
                query.put(name, values[0]);
            }
        }
        return query;
    }

    private static ProblemException twice(String name) {
        return new ProblemException(new Problem(
                400,
                "INVALID_INPUT",
                "Invalid input",
                "A header or parameter of the contract may be given once.",
                Map.of(
                        "invalidParams",
                        List.of(Map.of("name", name, "code", "GIVEN_TWICE", "reason", "Give it once.")))));
    }
}

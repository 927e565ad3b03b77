package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentRules;
import nl.sluiswachter.consent.JdbcConsents;
import nl.sluiswachter.consent.KnownTypes;
import nl.sluiswachter.facts.FactRules;
import nl.sluiswachter.facts.JdbcFacts;
import nl.sluiswachter.facts.KnownCodes;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.JdbcParties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.support.Contract;
import nl.sluiswachter.support.Settings;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transfer.JdbcRegisters;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.RegisterLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register calls on a real database; every call and every answer is held against the contract. */
final class RegisterCalls {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Party HUISARTS = party("00000099000000003000", Side.PARTNER, "HUISARTS");
    static final Party SCHOOL = party("00000099000000003001", Side.PARTNER, "SCHOOL");
    static final Party TAXI = party("00000099000000003002", Side.PARTNER, "TAXI");
    static final Party GEMEENTE = party("00000099000000001000", Side.MUNICIPALITY, "GEMEENTE_WMO");

    private static final TestDatabase DATABASE = TestDatabase.create();

    final SubjectKeys keys = new SubjectKeys("an example secret of thirty-two bytes".getBytes(StandardCharsets.UTF_8));
    final JdbcClient owner;
    final JdbcClient application;
    final TransactionTemplate transaction;
    final JdbcConsents consents;
    final JdbcRegisters registers;
    final List<LogEntry> log = new ArrayList<>();
    final List<UUID> stopped = new ArrayList<>();

    private Instant now = NOW;
    private final Contract contract = Contract.load();
    private final ConsentEndpoint consentEndpoint;
    private final ConsentChangeEndpoint changeEndpoint;
    private final ConsentExportEndpoint exportEndpoint;
    private final FactEndpoint factEndpoint;
    private Optional<RuntimeException> failure = Optional.empty();

    RegisterCalls() {
        DataSource source = DATABASE.asApplication();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        JdbcClient jdbc = JdbcClient.create(source);
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        RegisterLog events = new RegisterLog(entry -> {
            failure.ifPresent(e -> {
                throw e;
            });
            log.add(entry);
        });
        StrictJson json = new StrictJson(Settings.limits());
        this.owner = JdbcClient.create(DATABASE.asOwner());
        this.owner
                .sql("truncate consent, consent_event, consent_term, fact, fact_event")
                .update();
        this.application = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.consents = new JdbcConsents(
                jdbc, transactions, events, (id, end, since) -> stopped.add(id) ? 1 : 0, new UuidV7(clock), clock);
        this.registers = new JdbcRegisters(jdbc);
        JdbcParties parties = new JdbcParties(jdbc);
        parties.save(TAXI);
        ConsentRules rules = new ConsentRules(catalogue(), parties, clock);
        this.consentEndpoint = new ConsentEndpoint(json, consents, rules, keys, clock);
        this.changeEndpoint = new ConsentChangeEndpoint(json, consents, rules, keys, clock);
        this.exportEndpoint = new ConsentExportEndpoint(json, consents, parties, keys);
        this.factEndpoint = new FactEndpoint(
                json,
                new JdbcFacts(jdbc, transactions, events, new UuidV7(clock), clock),
                new FactRules(codes(), clock),
                keys);
    }

    /** Lets time pass. */
    void proceed(Duration duration) {
        now = now.plus(duration);
    }

    /** From now on the log cannot be written. */
    void breakTheLog() {
        failure = Optional.of(new IllegalStateException("The log cannot be written"));
    }

    /** A good call with the status it must have. */
    JsonNode post(Party caller, String target, String body, int status) {
        Answer answer = answer(caller, target, body);
        assertThat(answer.status()).isEqualTo(status);
        return tree(answer.body());
    }

    /** A good call. */
    JsonNode post(Party caller, String target, String body) {
        return tree(answer(caller, target, body).body());
    }

    private Answer answer(Party caller, String target, String body) {
        contract.request("POST", target, Map.of("Content-Type", "application/json"), bytes(body));
        Answer answer = call(caller, "POST", target, body);
        check("POST", target, answer.status(), answer.mediaType(), answer.headers(), answer.body());
        return answer;
    }

    JsonNode get(Party caller, String target) {
        contract.request("GET", target, Map.of(), new byte[0]);
        Answer answer = call(caller, "GET", target, "");
        check("GET", target, answer.status(), answer.mediaType(), answer.headers(), answer.body());
        return tree(answer.body());
    }

    /** The refusal of a call, also held against the contract. */
    Problem refused(Party caller, String method, String target, String body) {
        Problem problem = catchThrowableOfType(ProblemException.class, () -> call(caller, method, target, body))
                .problem();
        byte[] json = new StrictJson(Settings.limits()).write(problem.toJson());
        check(method, target, problem.status(), Problem.MEDIA_TYPE, Map.of(), json);
        return problem;
    }

    /** The complaints of an INVALID_INPUT as {@code pointer CODE}. */
    List<String> complaints(Party caller, String target, String body) {
        List<?> params =
                (List<?>) refused(caller, "POST", target, body).members().get("invalidParams");
        return params.stream()
                .map(Map.class::cast)
                .map(param -> param.get("name") + " " + param.get("code"))
                .toList();
    }

    /** Everything that the registers hold, as text. */
    String atRest() {
        return Stream.of("consent", "consent_event", "consent_term", "fact", "fact_event")
                .flatMap(table ->
                        owner.sql("select to_jsonb(t)::text from " + table + " t").query(String.class).list().stream())
                .collect(Collectors.joining("\n"));
    }

    ConsentHistory registered(UUID id) {
        return consents.find(id, GEMEENTE).orElseThrow();
    }

    /** A body with members set or, where the value is null, removed. */
    static String with(String body, Object... membersAndJson) {
        ObjectNode node = (ObjectNode) tree(bytes(body));
        for (int i = 0; i < membersAndJson.length; i += 2) {
            if (membersAndJson[i + 1] == null) {
                node.remove((String) membersAndJson[i]);
            } else {
                node.set((String) membersAndJson[i], tree(bytes((String) membersAndJson[i + 1])));
            }
        }
        return node.toString();
    }

    private Answer call(Party caller, String method, String target, String body) {
        String[] parts = target.split("/");
        String id = parts.length > 3 ? parts[3] : "";
        Request request = new Request(caller, method + " " + target, Map.of("id", id), Map.of(), Map.of(), bytes(body));
        boolean consent = parts[2].equals("consents");
        if (target.endsWith("/record")) {
            return exportEndpoint.record(request);
        }
        if (target.endsWith("/receipt")) {
            return exportEndpoint.receipt(request);
        }
        if (method.equals("GET")) {
            return consent ? consentEndpoint.read(request) : factEndpoint.read(request);
        }
        return switch (parts[parts.length - 1]) {
            case "consents" -> consentEndpoint.register(request);
            case "facts" -> factEndpoint.register(request);
            case "grant" -> changeEndpoint.grant(request);
            case "refusal" -> changeEndpoint.refuse(request);
            case "withdrawal" -> changeEndpoint.withdraw(request);
            case "invalidation" -> changeEndpoint.invalidate(request);
            case "end" -> factEndpoint.end(request);
            default -> consent ? consentEndpoint.search(request) : factEndpoint.search(request);
        };
    }

    private void check(
            String method, String target, int status, String mediaType, Map<String, String> headers, byte[] body) {
        Map<String, String> sent = new HashMap<>(headers);
        sent.put("Content-Type", mediaType);
        sent.put("API-Version", ApiVersion.CURRENT); // the edge adds it to every answer
        contract.response(method, target, status, sent, body);
    }

    private static KnownTypes catalogue() {
        return new KnownTypes() {
            @Override
            public boolean isExchangeType(String code) {
                return code.equals("WMO_HEALTH_INFO_RESPONSE");
            }

            @Override
            public boolean isPurpose(String code) {
                return code.equals("EARLY_HELP");
            }

            @Override
            public boolean maySend(String exchangeTypeOrPurpose, Set<Capacity> capacities) {
                return !capacities.contains(new Capacity("TAXI"));
            }

            @Override
            public boolean isCapacity(String code) {
                return Set.of("HUISARTS", "SCHOOL", "GEMEENTE_WMO", "GEMEENTE_JEUGD")
                        .contains(code);
            }

            @Override
            public boolean isDataCategory(String path) {
                return Set.of("health", "health.functional", "school").contains(path);
            }
        };
    }

    private static KnownCodes codes() {
        return new KnownCodes() {
            @Override
            public boolean isExchangeType(String code) {
                return catalogue().isExchangeType(code);
            }

            @Override
            public boolean isPurpose(String code) {
                return catalogue().isPurpose(code);
            }
        };
    }

    private static Party party(String oin, Side side, String capacity) {
        return new Party(
                new Oin(oin),
                "Voorbeeld",
                side,
                PartyStatus.ACTIVE,
                Set.of(new Capacity(capacity)),
                List.of(),
                Optional.empty());
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

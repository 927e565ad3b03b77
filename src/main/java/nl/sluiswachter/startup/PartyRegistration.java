package nl.sluiswachter.startup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyKey;
import nl.sluiswachter.party.PartyList;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the party register in line with the operator's file before the doors open, all of it or nothing, and logs each
 * party that changed. A party that is not in the file is left as it is.
 */
final class PartyRegistration {

    /** Nodes that start at once do this one after the other, so that a change is logged once. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('sluiswachter.parties', 0))::text";

    private final PartyList list;
    private final Parties register;
    private final EventLog log;
    private final JdbcClient database;
    private final TransactionOperations transaction;

    PartyRegistration(
            PartyList list, Parties register, EventLog log, JdbcClient database, TransactionOperations transaction) {
        this.list = list;
        this.register = register;
        this.log = log;
        this.database = database;
        this.transaction = transaction;
    }

    /** @throws StartRefused naming every fault in the file */
    void register() {
        List<Party> parties = read();
        transaction.executeWithoutResult(status -> {
            database.sql(LOCK).query(String.class).single();
            parties.forEach(this::register);
        });
    }

    private List<Party> read() {
        try {
            return list.read();
        } catch (IllegalArgumentException e) {
            throw new StartRefused("The file of sluiswachter.parties is not right: " + e.getMessage() + ".", e);
        }
    }

    private void register(Party party) {
        Optional<Party> present = register.find(party.oin());
        if (present.filter(party::equals).isEmpty()) {
            register.save(party);
            log.append(entry(party, present.isPresent() ? "CHANGED" : "REGISTERED"));
        }
    }

    /** Whom, in which role, with which keys and to which host: what somebody asks afterwards. */
    private static LogEntry entry(Party party, String state) {
        Map<String, String> detail = new HashMap<>();
        detail.put("oin", party.oin().value());
        detail.put("state", state);
        detail.put("side", party.side().name());
        detail.put("status", party.status().name());
        detail.put(
                "capacities",
                party.capacities().stream().map(Capacity::code).sorted().collect(Collectors.joining(",")));
        detail.put("keys", party.keys().stream().map(PartyKey::fingerprint).collect(Collectors.joining(",")));
        party.agreementUntil().ifPresent(day -> detail.put("agreementUntil", day.toString()));
        party.push().ifPresent(push -> detail.put("pushHost", push.url().getAuthority()));
        return new LogEntry(LogKind.PARTY, Optional.empty(), Optional.empty(), detail, List.of());
    }
}

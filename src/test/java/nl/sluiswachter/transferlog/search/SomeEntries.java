package nl.sluiswachter.transferlog.search;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.entry.Commitment;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import org.springframework.jdbc.core.JdbcTemplate;

/** Entries about one person in one case, some of which not everybody may know of. One a second, all of shard 1. */
final class SomeEntries {

    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    static final String SENDER = "00000099000000001000";
    static final String SAFETY = "00000099000000002600";
    static final Oin STRANGER = new Oin("00000099000000001400");
    static final UUID PERSON = new UUID(7, 7);
    static final UUID CASE = new UUID(8, 8);
    private static final String INSERT =
            """
            insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender, receiver,
                exchange_type, outcome, case_key, entry, entry_hash, seed)
            values (1, ?, ?, cast(? as timestamptz), ?, ?, ?, ?, ?, ?, ?, ?, ?, decode(repeat('00', 32), 'hex'))
            """;
    private static final int[] TYPES = {
        Types.BIGINT,
        Types.OTHER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.OTHER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.OTHER,
        Types.BINARY,
        Types.BINARY
    };
    private static final String ABOUT =
            """
            insert into transfer_log_subject (subject_key, recorded_at, shard, position, person)
            values (?, cast(? as timestamptz), 1, ?, 'p1')
            """;

    /** With the seed of every entry here. */
    private static final String COMMITTED = "\"commitments\":{\"subject/p1/0\":\"%s\"}"
            .formatted(Base64.getEncoder()
                    .encodeToString(Commitment.of(
                            "subject/p1/0",
                            Commitment.salt(new byte[Commitment.BYTES], "subject/p1/0"),
                            new SubjectKey(PERSON).bytes())));

    private final List<Object[]> rows = new ArrayList<>();
    private final List<Object[]> subjects = new ArrayList<>();
    private long position;

    long count() {
        return rows.size();
    }

    /** A transfer that anybody with a ground may know of, and what belongs to it. */
    void open(int number) {
        UUID transfer = new UUID(1, number);
        decision(transfer, "WMO_ALLOCATION", "00000099000000002000", number % 5 == 0 ? "DENY" : "PERMIT");
        event(LogKind.DELIVERED, transfer, "");
        event(LogKind.LOOKUP, number % 2 == 0 ? transfer : null, "");
        event(LogKind.HOLD, null, "\"exchangeType\":\"WMO_ALLOCATION\"");
        event(LogKind.DESTRUCTION, null, "\"rule\":\"WMO_ALLOCATION\"");
        event(LogKind.START, null, "");
    }

    /** A confidential one, with what tells of it or of holding back. */
    void confidential(int number) {
        UUID transfer = new UUID(2, number);
        decision(transfer, "VT_REPORT", SAFETY, number % 2 == 0 ? "DENY" : "PERMIT");
        event(LogKind.DELIVERED, transfer, "");
        row(
                LogKind.LOOKUP,
                transfer,
                null,
                null,
                null,
                null,
                null,
                told(LogKind.LOOKUP, transfer, "") + "," + COMMITTED);
        subject();
        event(LogKind.HOLD, transfer, "");
        event(LogKind.HOLD, null, "\"exchangeType\":\"VT_REPORT\"");
        event(LogKind.DESTRUCTION, null, "\"rule\":\"VT_INFO_REQUEST\"");
        event(LogKind.REPORT, null, "");
        event(LogKind.REPORT_VERDICT, null, "");
        event(LogKind.LOOKUP, new UUID(3, number), ""); // of a transfer that nobody knows
    }

    /** Leaves as many seconds and positions empty as the confidential transfer would take. */
    void nothing(int number) {
        int before = rows.size();
        int about = subjects.size();
        confidential(number);
        rows.subList(before, rows.size()).clear();
        subjects.subList(about, subjects.size()).clear();
    }

    void writeTo(DataSource owner) {
        JdbcTemplate template = new JdbcTemplate(owner);
        template.batchUpdate(INSERT, rows, TYPES);
        template.batchUpdate(ABOUT, subjects, new int[] {Types.OTHER, Types.VARCHAR, Types.BIGINT});
    }

    private void decision(UUID transfer, String type, String receiver, String outcome) {
        String entry =
                """
                "sender":"%s","receiver":"%s","exchangeType":"%s","outcome":"%s",%s,
                "transferId":"%s","traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"b7ad6b7169203331",
                "receivedAt":"%s","senderCapacity":"GEMEENTE_WMO","receiverCapacity":"WMO_AANBIEDER","purpose":"",
                "policyVersion":"","findings":[],"remedies":[],"removed":[],"persons":[]"""
                        .formatted(SENDER, receiver, type, outcome, COMMITTED, transfer, START);
        row(LogKind.DECISION, transfer, SENDER, receiver, type, outcome, CASE, entry);
        subject();
    }

    private void event(LogKind kind, UUID transfer, String detail) {
        row(kind, transfer, null, null, null, null, null, told(kind, transfer, detail));
    }

    private static String told(LogKind kind, UUID transfer, String detail) {
        String said =
                switch (kind) {
                    case LOOKUP -> "\"ground\":\"AUDIT\"";
                    case HOLD -> "\"ground\":\"LEGAL_CLAIM\",\"action\":\"PLACED\"";
                    case REPORT ->
                        """
                        "report":"%s","ground":"AUDIT","reference":"","from":"2026-11-01","until":"2026-11-01","language":"NL\""""
                                .formatted(CASE);
                    case REPORT_VERDICT ->
                        """
                        "report":"%s","verdict":"UPHOLD","reason":"","reference":"","transfers":"\""""
                                .formatted(CASE);
                    default -> "";
                };
        String whole = said.isEmpty() || detail.isEmpty() ? said + detail : said + "," + detail;
        String of = transfer == null ? "" : "\"transferId\":\"%s\",".formatted(transfer);
        String by =
                kind == LogKind.REPORT || kind == LogKind.REPORT_VERDICT ? "\"party\":\"00000099000000009900\"," : "";
        return of + by + "\"detail\":{%s}".formatted(whole);
    }

    private void row(LogKind kind, UUID transfer, String sender, String receiver, Object... rest) {
        position++;
        String at = START.plusSeconds(position).toString();
        UUID id = new UUID(9, position);
        String entry = "{\"format\":1,\"entryId\":\"%s\",\"kind\":\"%s\",\"recordedAt\":\"%s\",%s}"
                .formatted(id, kind, at, rest[3]);
        rows.add(new Object[] {
            position,
            id,
            at,
            kind.name(),
            transfer,
            sender,
            receiver,
            rest[0],
            rest[1],
            rest[2],
            packed(entry),
            hash(entry)
        });
    }

    private void subject() {
        subjects.add(new Object[] {PERSON, START.plusSeconds(position).toString(), position});
    }

    static byte[] hash(String json) {
        return EntryHash.of(json.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    static byte[] packed(String json) {
        return PackedEntry.pack(json.getBytes(StandardCharsets.UTF_8));
    }

    static LogFilter everything() {
        return filter(null, null, null, null, null, null);
    }

    static LogFilter among(Set<UUID> transfers) {
        return LogFilter.builder().among(Optional.of(transfers)).build();
    }

    static LogFilter filter(UUID person, UUID caseKey, String party, String type, String outcome, LogKind kind) {
        return LogFilter.builder()
                .subject(new SubjectIdentity(Optional.ofNullable(person).map(SubjectKey::new), Optional.empty()))
                .caseKey(Optional.ofNullable(caseKey))
                .party(Optional.ofNullable(party).map(Oin::new))
                .exchangeType(Optional.ofNullable(type))
                .outcome(Optional.ofNullable(outcome))
                .kinds(kind == null ? Set.of() : Set.of(kind))
                .build();
    }
}

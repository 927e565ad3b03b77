package nl.sluiswachter.transferlog.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectKey;

/** Entries as the log holds them, small enough to read. */
final class SomeLogged {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String ENTRY =
            """
            {"format":1,"entryId":"0199f3c2-0000-7000-8000-000000000001","recordedAt":"2026-11-21T09:00:00.008Z",
             "receivedAt":"2026-11-21T09:00:00.001Z","kind":"DECISION",
             "transferId":"0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50","traceId":"4bf92f3577b34da6a3ce929d0e0e4736",
             "spanId":"b7ad6b7169203331","parentSpanId":"00f067aa0ba902b7",
             "transactionId":"0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f52",
             "sender":"00000099000000001000","senderCapacity":"GEMEENTE_WMO",
             "receiver":"00000099000000002000","receiverCapacity":"WMO_AANBIEDER",
             "exchangeType":"WMO_ALLOCATION","purpose":"DELIVER_PROVISION","policyVersion":"sha256:1",
             "outcome":"PERMIT","consents":["0199f3c2-0000-7000-8000-000000000002"],"givers":[],"obligations":[],
             "findings":[{"check":"PURPOSE","outcome":"PASS","code":"STATUTORY_BASIS",
                          "article":"Wmo 2015 art. 5.2.1 lid 2 onder a"}],
             "removed":[],
             "persons":[{"ref":"p1","relation":"SUBJECT","origins":{"care.indication":["WMO"],"identity.name":["WMO"]},
                         "delivered":["identity.name","care.indication"]}]}
            """;

    private SomeLogged() {}

    static Logged permit() {
        return of(ENTRY);
    }

    /** Of Veilig Thuis, without a transaction, a parent or a person who is known. */
    static Logged refusedReport() {
        JsonNode entry = read(ENTRY.replace("\"PERMIT\"", "\"DENY\"")
                .replace("WMO_ALLOCATION", "VT_REPORT")
                .replace(
                        "\"outcome\":\"PASS\",\"code\":\"STATUTORY_BASIS\"",
                        "\"outcome\":\"FAIL\",\"code\":\"LEGAL_BASIS_NOT_IN_FORCE\"")
                .replace("[\"identity.name\",\"care.indication\"]", "[]")
                .replaceAll("\"(transactionId|parentSpanId)\":\"[^\"]*\",", ""));
        return Logged.of(entry, Map.of());
    }

    /** With a field that came from Veilig Thuis. */
    static Logged permitWithSafetyData() {
        return of(ENTRY.replace("\"identity.name\":[\"WMO\"]", "\"identity.name\":[\"VT\",\"WMO\"]"));
    }

    private static Logged of(String entry) {
        return Logged.of(
                read(entry), Map.of("p1", List.of(new SubjectKey(new UUID(1, 2)), new SubjectKey(new UUID(3, 4)))));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode tree(Object value) {
        return read(write(value));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

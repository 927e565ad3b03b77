package nl.sluiswachter.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.proof.SubjectProof;

/** The proof file of a report, as {@code verify report} reads it. */
public final class ReportProof {

    /** Its format. */
    public static final String FORMAT = "sluiswachter/report-proof/1";

    private ReportProof() {}

    /** The members of the file; byte arrays are base64 in JSON. */
    public static Map<String, Object> members(ResidentReport report) {
        return members(report.proof(), report.request().subject().keys());
    }

    private static Map<String, Object> members(SubjectProof proof, Collection<SubjectKey> person) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("subject", person.stream().map(SubjectKey::toString).toList());
        file.put("verifierKey", proof.verifierKey());
        file.put("entries", proof.entries().stream().map(ReportProof::entry).toList());
        file.put("notYet", proof.notYet().stream().map(UUID::toString).toList());
        return file;
    }

    private static Map<String, Object> entry(SubjectProof.Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("transferId", entry.transferId().toString());
        json.put("shard", entry.shard());
        json.put("position", entry.position());
        json.put(entry.whole() ? "entry" : "entryHash", entry.content());
        json.put("salts", entry.salts());
        json.put("proof", entry.proof());
        return json;
    }
}

package nl.sluiswachter.activation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Activated;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Rehearsed;
import nl.sluiswachter.catalogue.Officer;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;

/** Writes each step of a version on its way to the law in force to the transfer log, in the transaction of that step. */
record CatalogueLog(EventLog log) {

    /** @param loadedBy officer of the console; empty for the command line */
    void loaded(String version, Optional<String> loadedBy) {
        append(
                "LOADED",
                version,
                loadedBy.map(officer -> Map.of("loadedBy", officer)).orElse(Map.of()));
    }

    void rehearsed(Rehearsed rehearsed) {
        append(
                "REHEARSED",
                rehearsed.version(),
                Map.of("activation", "" + rehearsed.activation(), "rehearsal", rehearsed.rehearsal()));
    }

    /** @param officer by fingerprint: whose key that is stands in the operator's folder, not in the log */
    void approved(Rehearsed rehearsed, Officer officer) {
        append(
                "APPROVED",
                rehearsed.version(),
                Map.of("activation", "" + rehearsed.activation(), "officer", officer.fingerprint()));
    }

    /** @param approvedBy fingerprints of the officers whose signatures it rests on, as in their own entries */
    void activated(Activated activated, List<String> approvedBy) {
        Map<String, String> detail = new HashMap<>();
        detail.put("activation", "" + activated.activation());
        detail.put("approvedBy", String.join(" ", approvedBy));
        activated.pressedBy().ifPresent(officer -> detail.put("pressedBy", officer));
        append("ACTIVATED", activated.version(), detail);
    }

    private void append(String state, String version, Map<String, String> more) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("state", state);
        detail.put("version", version);
        log.append(new LogEntry(LogKind.CATALOGUE, Optional.empty(), Optional.empty(), detail, List.of()));
    }
}

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

    void loaded(String version) {
        append("LOADED", version, Map.of());
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

    void activated(Activated activated) {
        append("ACTIVATED", activated.version(), Map.of("activation", "" + activated.activation()));
    }

    private void append(String state, String version, Map<String, String> more) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("state", state);
        detail.put("version", version);
        log.append(new LogEntry(LogKind.CATALOGUE, Optional.empty(), Optional.empty(), detail, List.of()));
    }
}

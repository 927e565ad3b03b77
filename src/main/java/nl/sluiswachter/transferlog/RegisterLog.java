package nl.sluiswachter.transferlog;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluiswachter.consent.ConsentEvent;
import nl.sluiswachter.consent.ConsentEvents;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactEvents;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;

/** Writes every change of the consent and fact registers to the transfer log, in the transaction of the change. */
public final class RegisterLog implements ConsentEvents, FactEvents {

    private final EventLog log;

    public RegisterLog(EventLog log) {
        this.log = log;
    }

    @Override
    public void happened(ConsentHistory consent, ConsentEvent event) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("consentId", consent.id().toString());
        detail.put("kind", consent.scope().kind().name());
        detail.put("state", event.state().name());
        event.what().reason().ifPresent(reason -> detail.put("reason", reason.name()));
        event.officer().ifPresent(officer -> detail.put("officer", officer));
        event.stop().ifPresent(stop -> {
            detail.put("stopped", Integer.toString(stop.messages()));
            detail.put("stoppedWithinMillis", Long.toString(stop.within().toMillis()));
        });
        append(LogKind.CONSENT, event.by(), detail, consent.subject());
    }

    @Override
    public void recorded(Fact fact, Oin by) {
        append(fact, "RECORDED", by);
    }

    @Override
    public void ended(Fact fact, Oin by) {
        append(fact, "ENDED", by);
    }

    private void append(Fact fact, String state, Oin by) {
        Map<String, String> detail =
                Map.of("factId", fact.id().toString(), "kind", fact.kind().name(), "state", state);
        append(LogKind.FACT, Optional.of(by), detail, fact.subject());
    }

    private void append(LogKind kind, Optional<Oin> by, Map<String, String> detail, SubjectIdentity subject) {
        log.append(new LogEntry(kind, Optional.empty(), by, detail, subject.keys()));
    }
}

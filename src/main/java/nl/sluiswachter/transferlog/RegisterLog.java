package nl.sluiswachter.transferlog;

import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentEvents;
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
    public void happened(Consent consent, Oin by) {
        append(
                LogKind.CONSENT,
                by,
                Map.of(
                        "consentId", consent.id().toString(),
                        "kind", consent.kind().name(),
                        "state", consent.state().name()),
                consent.subject());
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
        append(LogKind.FACT, by, detail, fact.subject());
    }

    private void append(LogKind kind, Oin by, Map<String, String> detail, SubjectIdentity subject) {
        log.append(new LogEntry(kind, Optional.empty(), Optional.of(by), detail, subject.keys()));
    }
}

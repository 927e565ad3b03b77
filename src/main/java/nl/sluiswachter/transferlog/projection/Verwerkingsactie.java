package nl.sluiswachter.transferlog.projection;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transferlog.JdbcTransferLog;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Someone;

/** A decision as a verwerkingsactie of VNG Verwerkingenlogging 0.9.0, in the words of the catalogue. */
public final class Verwerkingsactie {

    private static final int LONGEST_NAME = 242;

    private final Oin municipality;

    /** @param municipality that runs the gateway, "uitvoerder" */
    public Verwerkingsactie(Oin municipality) {
        this.municipality = municipality;
    }

    /**
     * The action, also of a refusal: then nothing was given, and no soort gegeven is named.
     *
     * @param law the catalogue by which it was decided
     */
    public Map<String, Object> of(Logged logged, Catalogue law) {
        RecordedDecision decision = logged.decision();
        String activity = Names.activity(decision.exchangeType(), decision.policyVersion());
        Map<String, Object> actie = new LinkedHashMap<>();
        actie.put("actieId", logged.entryId().toString());
        actie.put("actieNaam", name(title(decision, law)));
        actie.put("handelingNaam", handeling(logged));
        actie.put("verwerkingNaam", name(decision.purpose()));
        actie.put("verwerkingId", JdbcTransferLog.traceKey(logged.traceId()).toString());
        actie.put("verwerkingsactiviteitId", Names.uuid(activity).toString());
        actie.put("verwerkingsactiviteitUrl", activity);
        actie.put("vertrouwelijkheid", isConfidential(logged, law) ? "vertrouwelijk" : "normaal");
        retention(decision, law).ifPresent(term -> actie.put("bewaartermijn", term.toString()));
        actie.put("uitvoerder", municipality.value());
        actie.put("systeem", "Sluiswachter");
        actie.put("gebruiker", decision.sender().value());
        decision.senderCapacity().ifPresent(capacity -> actie.put("gegevensbron", capacity));
        decision.receiver().ifPresent(receiver -> {
            actie.put("soortAfnemerId", "OIN");
            actie.put("afnemerId", receiver.value());
        });
        actie.put("tijdstip", logged.receivedAt().toString());
        actie.put("tijdstipRegistratie", decision.recordedAt().toString());
        actie.put(
                "verwerkteObjecten",
                decision.persons().stream()
                        .map(person -> object(logged, person, law))
                        .toList());
        return actie;
    }

    /** What a resident's report would not tell, in whole or in part. */
    private static boolean isConfidential(Logged logged, Catalogue law) {
        return logged.ofSafety() || law.isConfidential(logged.decision().exchangeType());
    }

    private static String title(RecordedDecision decision, Catalogue law) {
        return law.type(decision.exchangeType()).map(type -> type.title().nl()).orElse(decision.exchangeType());
    }

    private static String handeling(Logged logged) {
        if (logged.dryRun()) {
            return "Beoordeling vooraf";
        }
        return logged.decision().permit() ? "Verstrekking" : "Geweigerde verstrekking";
    }

    private static Map<String, Object> object(Logged logged, Someone person, Catalogue law) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("objecttype", "persoon");
        logged.subject(person.ref()).ifPresent(key -> {
            object.put("soortObjectId", Names.SUBJECT_TYPE);
            object.put("objectId", key.toString());
        });
        object.put("betrokkenheid", person.relation().name());
        object.put(
                "verwerkteSoortenGegevens",
                person.delivered().stream()
                        .map(field -> Map.of("soortGegeven", field(field, law)))
                        .toList());
        return object;
    }

    private static String field(String path, Catalogue law) {
        FieldRule rule = law.fields().get(path);
        return rule == null ? path : rule.title().nl();
    }

    /** How long the sender keeps it, whose action it is; how long the receiver does where nothing is known of the sender. */
    private static Optional<Period> retention(RecordedDecision decision, Catalogue law) {
        return law.type(decision.exchangeType())
                .map(type -> rule(decision, type))
                .flatMap(rule -> rule.retentionSender().term().or(() -> rule.retentionReceiver()
                        .term()));
    }

    private static ExchangeRule rule(RecordedDecision decision, ExchangeType type) {
        return type.rule(
                new Capacity(decision.senderCapacity().orElse("UNKNOWN")),
                new Capacity(decision.receiverCapacity().orElse("UNKNOWN")),
                decision.purpose());
    }

    private static String name(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}

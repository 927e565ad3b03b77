package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Nature;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.entry.Commitment;

/**
 * Entries of every case of the law, each time with another transfer, moment, parties, type and persons, and with the commitments
 * that belong to them: the verifier finds nothing wrong with any.
 */
final class Samples {

    static final int PARTIES = 60;
    static final int PERSONS = 500_000;

    private static final String CASE = "case";
    private static final UuidV7 IDS = new UuidV7(Clock.systemUTC());
    private static final Pattern SLOT = Pattern.compile("@([^@]+)@");

    private final List<String> types;
    private final List<Sample> permits;
    private final List<Sample> refusals;

    Samples(Set<String> types) {
        this.types = List.copyOf(types);
        List<Decided> decided = SomeDecision.inEveryCase()
                .filter(one -> one.submitted().nature() == Nature.TRANSFER)
                .toList();
        this.permits = decided.stream().filter(Decided::isPermit).map(Sample::of).toList();
        this.refusals = decided.stream().filter(one -> !one.isPermit()).map(Sample::of).toList();
    }

    /** Reasons that entries give. */
    List<String> reasons() {
        return refusals.stream().flatMap(one -> one.reasons().stream()).distinct().toList();
    }

    static SubjectKey person(int number) {
        return new SubjectKey(new UUID(number * 0x9E3779B97F4A7C15L, number * 0xC2B2AE3D27D4EB4FL));
    }

    static String party(int number) {
        return "00000099%012d".formatted(1_000 + number);
    }

    /** One in ten is a refusal. */
    Appending appending(SplittableRandom random, Instant at) {
        List<Sample> some = random.nextInt(10) == 0 ? refusals : permits;
        Sample sample = some.get(random.nextInt(some.size()));
        UUID id = IDS.next();
        int sender = random.nextInt(PARTIES);
        byte[] seed = new byte[Commitment.BYTES];
        random.nextBytes(seed);
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put("id", id.toString());
        slots.put("trace", id.toString().replace("-", ""));
        slots.put("at", at.toString());
        slots.put("sender", party(sender));
        slots.put("receiver", party((sender + 1 + random.nextInt(9)) % PARTIES));
        slots.put("type", types.get((sender + random.nextInt(3)) % types.size()));
        List<EntryRow.Subject> subjects = new ArrayList<>();
        for (String label : sample.labels()) {
            SubjectKey key = person(random.nextInt(PERSONS));
            subjects.add(new EntryRow.Subject(label.split("/")[1], key));
            slots.put(label, committed(seed, label, key));
        }
        UUID caseKey = new UUID(sender, id.getLeastSignificantBits() >>> 40);
        slots.put(CASE, committed(seed, CASE, new SubjectKey(caseKey)));
        EntryRow row = new EntryRow(
                id,
                at,
                LogKind.DECISION,
                Optional.of(id),
                Optional.of(slots.get("sender")),
                Optional.of(slots.get("receiver")),
                Optional.of(slots.get("type")),
                Optional.of(sample.outcome()),
                sample.reasons(),
                Optional.of(seed),
                Content.of(sample.filled(slots)),
                subjects,
                new EntryRow.Handles(
                        sample.ofCase() ? Optional.of(caseKey) : Optional.empty(), Optional.empty(), Optional.of(id)));
        return new Appending(row, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String committed(byte[] seed, String label, SubjectKey key) {
        return Base64.getEncoder().encodeToString(Commitment.of(label, Commitment.salt(seed, label), key.bytes()));
    }

    /**
     * @param labels of commitments to persons
     * @param ofCase whether it names a case
     */
    private record Sample(
            String template, String outcome, List<String> reasons, List<String> labels, boolean ofCase) {

        static Sample of(Decided decided) {
            ObjectNode json = new DecisionEntry(decided, Optional.of(new Commitments(new byte[Commitment.BYTES])))
                    .toJson(IDS.next(), Instant.EPOCH);
            json.put("entryId", "@id@").put("transferId", "@id@").put("recordedAt", "@at@").put("traceId", "@trace@");
            json.put("sender", "@sender@").put("receiver", "@receiver@").put("exchangeType", "@type@");
            List<String> labels = new ArrayList<>();
            for (Iterator<String> names = json.path("commitments").fieldNames(); names.hasNext(); ) {
                String label = names.next();
                if (label.startsWith("subject/")) {
                    labels.add(label);
                }
            }
            boolean ofCase = json.path("commitments").has(CASE);
            if (ofCase) {
                json.withObject("/commitments").put(CASE, "@" + CASE + "@");
            }
            labels.forEach(label -> json.withObject("/commitments").put(label, "@" + label + "@"));
            return new Sample(
                    new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8),
                    decided.isPermit() ? "PERMIT" : "DENY",
                    JdbcTransferLog.reasons(decided),
                    labels,
                    ofCase);
        }

        byte[] filled(Map<String, String> slots) {
            Matcher slot = SLOT.matcher(template);
            StringBuilder text = new StringBuilder(template.length() + 512);
            while (slot.find()) {
                slot.appendReplacement(text, slots.get(slot.group(1)));
            }
            return slot.appendTail(text).toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}

package nl.sluiswachter.party;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.kernel.crypto.SubjectOins;

/** Reads the keys of one party in a {@link PartyList}: a certificate, or a fingerprint with its validity. */
final class KeyEntries {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final String CERTIFICATE = "certificate";

    private final Entry party;
    private final Path folder;
    private final Optional<Oin> oin;

    KeyEntries(Entry party, Path folder, Optional<Oin> oin) {
        this.party = party;
        this.folder = folder;
        this.oin = oin;
    }

    /** The keys without faults, in the order of the register. */
    List<PartyKey> read() {
        List<PartyKey> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : party.entries("keys")) {
            Optional<PartyKey> key = entry.has(CERTIFICATE) ? ofCertificate(entry) : ofFingerprint(entry);
            key.filter(found -> !seen.add(found.fingerprint()))
                    .ifPresent(twice -> party.fault("keys", "different ones"));
            key.ifPresent(keys::add);
        }
        keys.sort(Comparator.comparing(PartyKey::validFrom).thenComparing(PartyKey::fingerprint));
        return keys;
    }

    private Optional<PartyKey> ofCertificate(Entry entry) {
        entry.allow(Set.of(CERTIFICATE));
        return entry.text(CERTIFICATE, "a readable PEM file with a certificate of this OIN", text -> {
            X509Certificate leaf = Pem.certificates(folder.resolve(text)).get(0);
            if (oin.isPresent()
                    && !SubjectOins.in(leaf).equals(List.of(oin.get().value()))) {
                throw new IllegalArgumentException("No door would let this party in with it");
            }
            return new PartyKey(
                    Fingerprint.ofKey(leaf),
                    leaf.getNotBefore().toInstant(),
                    leaf.getNotAfter().toInstant());
        });
    }

    private static Optional<PartyKey> ofFingerprint(Entry entry) {
        entry.allow(Set.of(CERTIFICATE, "fingerprint", "validFrom", "validUntil"));
        Optional<String> fingerprint =
                entry.text("fingerprint", "64 lower case hex digits: SHA-256 of the public key", KeyEntries::hex);
        Optional<Instant> from = entry.text("validFrom", "a date and time with offset", KeyEntries::instant);
        Optional<Instant> until = entry.text("validUntil", "a date and time with offset", KeyEntries::instant);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            entry.fault("validUntil", "after validFrom");
        }
        return fingerprint.flatMap(key -> from.flatMap(start -> until.map(end -> new PartyKey(key, start, end))));
    }

    private static String hex(String text) {
        if (!FINGERPRINT.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a fingerprint");
        }
        return text;
    }

    /** As exact as the register keeps it. */
    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}

package nl.sluiswachter.demo;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;
import nl.sluiswachter.party.ListedParty;
import nl.sluiswachter.party.PartyFile;
import nl.sluiswachter.party.RefusedExample;
import nl.sluiswachter.party.Side;

/** One complete set of example certificates: two CAs, the gateway, the parties, the ones to refuse. */
final class ExampleSet {

    private static final String PASSWORD = "changeit";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final String GATEWAY_OIN = "00000099000000000100";
    private static final String SECOND_OIN = "00000099000000009599";
    private static final List<String> COMMON = List.of(
            "partner-ca.pem",
            "municipal-ca.pem",
            "partner-ca.crl",
            "municipal-ca.crl",
            "gateway.pem",
            "gateway-key.pem",
            "receipts.pem",
            "receipts-key.pem");

    /** One of each kind of key that an approval can be signed with. */
    private static final Map<String, KeyKind> OFFICERS =
            new TreeMap<>(Map.of("officer-1", KeyKind.EC_P256, "officer-2", KeyKind.RSA_3072));

    private final Instant from;
    private final Instant until;
    private final ExampleFolder files;
    private final ExampleAuthority partnerCa;
    private final ExampleAuthority municipalCa;
    private final List<X509Certificate> revoked = new ArrayList<>();

    ExampleSet(Instant now, ExampleFolder files) {
        this.from = now.minus(CLOCK_SKEW);
        this.until = now.plus(YEAR);
        this.files = files;
        this.partnerCa = authority("Partner test CA");
        this.municipalCa = authority("Municipal test CA");
    }

    /** Every file of a complete set. */
    static List<String> names(PartyFile list) {
        Stream<String> holders = Stream.of(
                        list.parties().stream().map(ListedParty::name),
                        list.refused().stream().map(RefusedExample::name),
                        OFFICERS.keySet().stream())
                .flatMap(names -> names);
        Stream<String> identities = holders.flatMap(name -> Stream.of(name + ".pem", name + "-key.pem", name + ".p12"));
        return Stream.concat(COMMON.stream(), identities).toList();
    }

    void write(PartyFile list) throws IOException {
        files.write("partner-ca.pem", partnerCa.pem());
        files.write("municipal-ca.pem", municipalCa.pem());
        own("gateway", "Sluiswachter");
        own("receipts", "Sluiswachter receipts");
        for (ListedParty party : list.parties()) {
            put(party.name(), ca(party.side()).issue(subject(party.title(), List.of(party.oin()), party.key())));
        }
        for (Map.Entry<String, KeyKind> officer : OFFICERS.entrySet()) {
            put(
                    officer.getKey(),
                    municipalCa.issue(subject("Voorbeeld " + officer.getKey(), List.of(), officer.getValue())));
        }
        for (RefusedExample example : list.refused()) {
            put(example.name(), refused(example));
        }
        files.write("partner-ca.crl", partnerCa.revocationPem(revoked, from, until));
        files.write("municipal-ca.crl", municipalCa.revocationPem(List.of(), from, until));
    }

    private ExampleIdentity refused(RefusedExample example) {
        String title = "Geweigerd voorbeeld " + example.name();
        return switch (example.fault()) {
            case EXPIRED -> partnerCa.issue(expired(title, example.oin()));
            case REVOKED -> revoke(partnerCa.issue(subject(title, List.of(example.oin()), KeyKind.EC_P256)));
            case WRONG_CA ->
                authority("Unrelated test CA").issue(subject(title, List.of(example.oin()), KeyKind.EC_P256));
            case NO_OIN -> partnerCa.issue(subject(title, List.of(), KeyKind.EC_P256));
            case TWO_OINS -> partnerCa.issue(subject(title, List.of(example.oin(), SECOND_OIN), KeyKind.EC_P256));
        };
    }

    private ExampleIdentity revoke(ExampleIdentity identity) {
        revoked.add(identity.leaf());
        return identity;
    }

    private ExampleSubject expired(String title, String oin) {
        return new ExampleSubject(
                title, List.of(oin), false, KeyKind.EC_P256, from.minus(YEAR), from.minus(CLOCK_SKEW));
    }

    private ExampleSubject subject(String title, List<String> oins, KeyKind key) {
        return new ExampleSubject(title, oins, false, key, from, until);
    }

    private ExampleAuthority authority(String name) {
        return ExampleAuthority.named(name, from.minus(YEAR), until);
    }

    private ExampleAuthority ca(Side side) {
        return side == Side.PARTNER ? partnerCa : municipalCa;
    }

    /** Of the gateway itself. */
    private void own(String name, String title) throws IOException {
        ExampleIdentity identity = municipalCa.issue(subject(title, List.of(GATEWAY_OIN), KeyKind.EC_P256));
        files.write(name + ".pem", identity.chainPem());
        files.writeSecret(name + "-key.pem", identity.keyPem());
    }

    private void put(String name, ExampleIdentity identity) throws IOException {
        files.write(name + ".pem", identity.chainPem());
        files.writeSecret(name + "-key.pem", identity.keyPem());
        files.writeSecret(name + ".p12", identity.pkcs12(name, PASSWORD.toCharArray()));
    }
}

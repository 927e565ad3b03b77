package nl.sluiswachter.transferlog.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.settings.SecretFile;
import nl.sluiswachter.settings.Witnessing;
import nl.sluiswachter.transferlog.merkle.CosignatureSigner;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Limits;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import nl.sluiswachter.transferlog.merkle.TrustPolicy;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import nl.sluiswachter.transferlog.sql.OpenDoorDatabase;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the two sides of witnessing together: those we ask, and those who ask us. */
@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessConfiguration.class);
    private static final String WITNESSES = "sluiswachter.witnessing.witnesses";
    private static final String NEIGHBOURS = "sluiswachter.witnessing.neighbours";
    private static final String KEY = "sluiswachter.keys.witness";
    private static final int TURNS_TO_BE_LATE = 6;

    @Bean
    WitnessRound witnessRound(GatewaySettings settings, JdbcClient jdbc, TileTable tiles, Clock clock) {
        Witnessing witnessing = settings.witnessing();
        Map<String, Asking> asked = new LinkedHashMap<>();
        for (Witnessing.Witness setting : witnessing.witnesses()) {
            Witness witness = witness(setting);
            Submission submission = new Submission(witness, connection(setting, witnessing), tiles, clock);
            asked.put(witness.id(), new Asking(witness, submission, jdbc, witnessing.every(), clock));
        }
        return new WitnessRound(asked);
    }

    @Bean
    WitnessStatus witnessStatus(GatewaySettings settings, JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        Witnessing witnessing = settings.witnessing();
        List<Witness> witnesses = witnessing.witnesses().stream()
                .map(WitnessConfiguration::witness)
                .toList();
        if (!witnesses.isEmpty() && witnessing.quorum() > witnesses.size()) {
            throw new IllegalStateException("sluiswachter.witnessing.quorum asks for more witnesses than there are");
        }
        Duration fresh = witnessing.every().multipliedBy(TURNS_TO_BE_LATE);
        WitnessStatus status = new WitnessStatus(witnesses, witnessing.quorum(), fresh, jdbc, clock);
        witnesses.forEach(one -> Gauge.builder("sluiswachter.log.cosignature.age", () -> status.age(one)
                        .map(age -> (double) age.toSeconds())
                        .orElse(Double.NaN))
                .description("Seconds since this witness cosigned the log; NaN when it never did")
                .tag("witness", one.name())
                .register(meters));
        Gauge.builder("sluiswachter.log.witness.alarms", status, WitnessStatus::alarms)
                .description("How often a witness saw another log under our name")
                .register(meters);
        return status;
    }

    @Bean
    DailyPaper dailyPaper(GatewaySettings settings, CheckpointTable checkpoints, Clock clock) {
        return new DailyPaper(Optional.ofNullable(settings.witnessing().paper()), checkpoints, clock);
    }

    @Bean
    @ConditionalOnProperty(KEY)
    WitnessDesk witnessDesk(GatewaySettings settings, OpenDoorDatabase database, Clock clock) {
        String name = Optional.ofNullable(settings.witnessing().name())
                .filter(given -> !given.isBlank())
                .orElse("sluiswachter/" + settings.oin() + "/witness");
        byte[] seed = SecretFile.read(KEY, settings.keys().witness());
        SignerKey key = SignerKey.of(name, Ed25519.COSIGNATURE, seed);
        CosignatureSigner signer = new CosignatureSigner(key, clock);
        LOG.info("This gateway is a witness with the key {}", key.verifierKey().text());
        Path own = settings.log().memory();
        WitnessMemory memory = new WitnessMemory(own.resolveSibling(own.getFileName() + ".witnessed"));
        return new WitnessDesk(neighbours(settings.witnessing().neighbours()), signer, database.jdbc(), memory, clock);
    }

    /** By origin, which is the name of the key. */
    static Map<String, TrustPolicy> neighbours(List<String> keys) {
        Map<String, List<VerifierKey>> byOrigin = new HashMap<>();
        Map<String, TrustPolicy> policies = new HashMap<>();
        try {
            for (String text : keys) {
                VerifierKey key = VerifierKey.parse(text.strip());
                byOrigin.computeIfAbsent(key.key().name(), origin -> new ArrayList<>())
                        .add(key);
            }
            for (Map.Entry<String, List<VerifierKey>> one : byOrigin.entrySet()) {
                policies.put(one.getKey(), policy(one.getKey(), one.getValue()));
            }
        } catch (Malformed e) {
            throw new IllegalStateException("A key under " + NEIGHBOURS + " cannot be used: " + e.getMessage(), e);
        }
        return policies;
    }

    private static TrustPolicy policy(String origin, List<VerifierKey> keys) throws Malformed {
        var verifiers = new ArrayList<NoteVerifier>();
        for (VerifierKey key : keys) {
            verifiers.add(key.verifier(List.of(Ed25519.NOTE)));
        }
        return new TrustPolicy(origin, verifiers, List.of(), 0);
    }

    private static Witness witness(Witnessing.Witness setting) {
        if (!"https".equals(setting.url().getScheme())) {
            throw new IllegalStateException("The address of a witness under " + WITNESSES + " must begin with https");
        }
        try {
            return Witness.of(setting.key(), setting.url());
        } catch (Malformed e) {
            throw new IllegalStateException("A key under " + WITNESSES + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static BoundedPost connection(Witnessing.Witness setting, Witnessing witnessing) {
        try {
            return BoundedPost.trusting(
                    Optional.ofNullable(setting.trust()), witnessing.answerTime(), Limits.NOTE_BYTES);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("A file of trust under " + WITNESSES + " cannot be read as PEM", e);
        }
    }
}

package nl.sluiswachter.transferlog.tree;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.settings.SecretFile;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.alarm.Alarms;
import nl.sluiswachter.transferlog.postquantum.PostQuantumSigner;
import nl.sluiswachter.transferlog.sql.Age;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the parts of the tree together. */
@Configuration(proxyBeanMethods = false)
class TreeConfiguration {

    @Bean
    TileTable tileTable(JdbcClient jdbc) {
        return new TileTable(jdbc);
    }

    @Bean
    BundleTable bundleTable(JdbcClient jdbc) {
        return new BundleTable(jdbc);
    }

    @Bean
    CheckpointTable checkpointTable(JdbcClient jdbc) {
        return new CheckpointTable(jdbc);
    }

    @Bean
    CheckpointSigner checkpointSigner(GatewaySettings settings, TileTable tiles, Clock clock) {
        return signer(settings, new SignerMemory(settings.log().memory()), tiles, clock);
    }

    /** With both keys, where there are two. */
    static CheckpointSigner signer(GatewaySettings settings, SignerMemory memory, TileTable tiles, Clock clock) {
        return new CheckpointSigner(
                "sluiswachter/" + settings.oin(),
                SecretFile.read("sluiswachter.keys.log", settings.keys().log()),
                memory,
                tiles,
                Optional.ofNullable(settings.keys().logPostQuantum())
                        .map(file -> SecretFile.read("sluiswachter.keys.log-post-quantum", file))
                        .map(seed -> origin -> new PostQuantumSigner(origin, seed, clock)));
    }

    @Bean
    Integrator integrator(
            JdbcClient jdbc, LogMark mark, TransactionOperations transactions, Clock clock, MeterRegistry meters) {
        Integrator integrator = new Integrator(jdbc, mark, transactions, clock);
        Gauge.builder("sluiswachter.log.alarms", jdbc, Alarms::count)
                .description("Open alarms: how often something of the log looked tampered with")
                .register(meters);
        return integrator;
    }

    @Bean
    DamageAlarm damageAlarm(JdbcClient jdbc, Clock clock) {
        return new DamageAlarm(jdbc, clock);
    }

    @Bean
    Backlog backlog(JdbcClient jdbc, MeterRegistry meters) {
        Backlog backlog = new Backlog(jdbc);
        Age.gauge(
                meters,
                "sluiswachter.log.pending.age",
                "the oldest event that has no place in the log",
                backlog::events);
        Age.gauge(meters, "sluiswachter.log.unsequenced.age", "the oldest entry that has no leaf", backlog::entries);
        return backlog;
    }

    @Bean
    Publisher publisher(JdbcClient jdbc, LogMark mark, CheckpointSigner signer, Clock clock) {
        return new Publisher(jdbc, mark, signer, clock);
    }

    @Bean
    Sequencer sequencer(Integrator integrator, Publisher publisher) {
        return new Sequencer(integrator, publisher);
    }
}

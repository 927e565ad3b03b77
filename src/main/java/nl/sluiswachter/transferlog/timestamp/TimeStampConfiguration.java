package nl.sluiswachter.transferlog.timestamp;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.kernel.crypto.TimeStamps;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.settings.TimeStamping;
import nl.sluiswachter.transferlog.sql.TurnTable;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.witness.BoundedPost;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TimeStampConfiguration {

    private static final int LARGEST = 64 * 1024;

    @Bean
    TimeStampTable timeStampTable(JdbcClient jdbc) {
        return new TimeStampTable(jdbc);
    }

    @Bean
    TimeStampTurn timeStampTurn(
            GatewaySettings settings, CheckpointTable checkpoints, TimeStampTable table, JdbcClient jdbc, Clock clock) {
        TurnTable turns = new TurnTable(jdbc);
        TimeStamping setting = settings.timeStamping();
        return new TimeStampTurn(Optional.ofNullable(setting.authority())
                .map(address -> stamping(address, setting, checkpoints, table, turns, clock)));
    }

    private static Stamping stamping(
            URI address,
            TimeStamping setting,
            CheckpointTable checkpoints,
            TimeStampTable table,
            TurnTable turns,
            Clock clock) {
        boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!isWeb || setting.anchors() == null) {
            throw new IllegalStateException(
                    "sluiswachter.time-stamping needs an address that begins with http or https,"
                            + " and the anchors of the authority");
        }
        try {
            return new Stamping(
                    address,
                    new TimeStamps(Pem.certificates(setting.anchors())),
                    BoundedPost.trusting(Optional.ofNullable(setting.trust()), setting.answerTime(), LARGEST),
                    setting.every(),
                    checkpoints,
                    table,
                    turns,
                    clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("A file of sluiswachter.time-stamping cannot be read as PEM", e);
        }
    }
}

package nl.sluiswachter.settings;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Time stamps (RFC 3161) on the checkpoints of the log.
 *
 * @param authority address of the time-stamp authority, http or https; null for no stamps
 * @param anchors certificates above those that stamp, PEM
 * @param trust CA certificates to believe for an https address, PEM; those of the JDK when empty
 * @param every how often a checkpoint is stamped
 * @param answerTime within which the authority must have answered
 */
public record TimeStamping(
        URI authority,
        Path anchors,
        Path trust,
        @NotNull @DurationMin(minutes = 1) @DurationMax(days = 7) @DefaultValue("1h") Duration every,
        @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1) @DefaultValue("20s") Duration answerTime) {}

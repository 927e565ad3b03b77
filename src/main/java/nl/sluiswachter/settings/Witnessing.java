package nl.sluiswachter.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who watches our transfer log, and whose log we watch.
 *
 * @param witnesses who are asked to cosign our checkpoints
 * @param quorum how many of them must have cosigned a checkpoint for it to count as witnessed
 * @param every how often each is asked
 * @param answerTime within which a witness must have answered
 * @param name of this gateway as a witness; {@code sluiswachter/<oin>/witness} when empty
 * @param paper file of this node to which the newest checkpoint is added once a day, as a line; null for none
 * @param neighbours verifier keys of the logs that this gateway cosigns, one per epoch
 */
public record Witnessing(
        @NotNull @DefaultValue List<@Valid Witness> witnesses,
        @Min(1) @DefaultValue("1") int quorum,
        @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 1) @DefaultValue("10s") Duration every,
        @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1) @DefaultValue("10s") Duration answerTime,
        String name,
        Path paper,
        @NotNull @DefaultValue List<String> neighbours) {

    /**
     * A witness (C2SP tlog-witness).
     *
     * @param key verifier key of its cosignatures
     * @param url submission prefix, without {@code /add-checkpoint}
     * @param trust CA certificates to believe for that address, PEM; those of the JDK when empty
     */
    public record Witness(@NotBlank String key, @NotNull URI url, Path trust) {}
}

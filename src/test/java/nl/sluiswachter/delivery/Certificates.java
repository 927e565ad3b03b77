package nl.sluiswachter.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;

/** A certificate authority of its own, with the identities it issued. */
final class Certificates {

    private final Instant from = Clock.systemUTC().instant().minus(Duration.ofHours(1));
    private final Instant until = from.plus(Duration.ofDays(1));
    private final ExampleAuthority authority;

    Certificates(String name) {
        authority = ExampleAuthority.named(name, from, until);
    }

    String anchor() {
        return new String(authority.pem(), StandardCharsets.US_ASCII);
    }

    ExampleIdentity identity(String organisation) {
        return authority.issue(
                new ExampleSubject(organisation, List.of("00000099000000009000"), false, KeyKind.EC_P256, from, until));
    }

    ExampleIdentity expired(String organisation) {
        return authority.issue(new ExampleSubject(
                organisation,
                List.of("00000099000000009000"),
                false,
                KeyKind.EC_P256,
                from.minus(Duration.ofDays(2)),
                from.minus(Duration.ofDays(1))));
    }
}

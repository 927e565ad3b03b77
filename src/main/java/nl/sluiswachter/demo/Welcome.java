package nl.sluiswachter.demo;

import java.nio.file.Path;
import nl.sluiswachter.settings.GatewaySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Tells a newcomer, when all is ready, where the doors are and what to try first. */
final class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private static final String TEXT =
            """

            Sluiswachter is ready after %1$.1f s. Ctrl-C stops it; its data stay in %2$s.

              partner API       https://localhost:%3$d/v1
              back-office API   https://localhost:%4$d/v1
              console           https://localhost:%5$d/console
              public pages      https://localhost:%5$d/v1/openapi.json
              health            http://localhost:%6$s/health/readiness
              metrics           http://localhost:%6$s/metrics

            A permitted transfer: the municipality allocates support to a provider.

            %7$s

            A refused one: to welfare, without the consent that it needs.

            %8$s

            The inbox of the provider:

            %9$s
            """;

    private static final String POST =
            """
            curl -sS --cacert %1$s/municipal-ca.pem --cert %1$s/gemeente-wmo.pem --key %1$s/gemeente-wmo-key.pem \\
              -H "Content-Type: application/json" -H "Idempotency-Key: %2$s-$(date +%%s)" \\
              --data @docs/examples/%2$s.json https://localhost:%3$d/v1/transfers""";

    private static final String INBOX =
            """
            curl -sS --cacert %1$s/municipal-ca.pem --cert %1$s/wmo-aanbieder.pem --key %1$s/wmo-aanbieder-key.pem \\
              https://localhost:%2$d/v1/inbox""";

    private final GatewaySettings settings;
    private final Environment environment;

    Welcome(GatewaySettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    void say() {
        LOG.info(text());
    }

    String text() {
        GatewaySettings.Surfaces surfaces = settings.surfaces();
        Path certificates = settings.demo().certificates();
        int backOffice = surfaces.backOffice().port();
        int partner = surfaces.partner().port();
        return TEXT.formatted(
                DemoProgress.seconds(),
                settings.demo().data(),
                partner,
                backOffice,
                surfaces.open().port(),
                environment.getProperty("management.server.port"),
                post("wmo-allocation", backOffice),
                post("welfare-referral", backOffice),
                INBOX.formatted(certificates, partner));
    }

    private String post(String example, int port) {
        return POST.formatted(settings.demo().certificates(), example, port);
    }
}

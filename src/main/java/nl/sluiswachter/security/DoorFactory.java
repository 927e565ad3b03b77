package nl.sluiswachter.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.startup.StartRefused;

/** Makes the doors that the settings ask for, out of their files. */
final class DoorFactory {

    private static final String PREFIX = "sluiswachter.tls.";

    private final GatewaySettings settings;
    private final TlsFiles files;
    private final Clock clock;

    DoorFactory(GatewaySettings settings, TlsFiles files, Clock clock) {
        this.settings = settings;
        this.files = files;
        this.clock = clock;
    }

    /** The enabled doors that ask for a client certificate. */
    Map<Surface, Door> doors() {
        Map<Surface, Door> doors = new EnumMap<>(Surface.class);
        for (Surface surface : enabled()) {
            surface.side().ifPresent(side -> doors.put(surface, door(surface)));
        }
        return doors;
    }

    /** The enabled surfaces; at least one. */
    List<Surface> enabled() {
        List<Surface> enabled = Arrays.stream(Surface.values())
                .filter(surface -> surface.settings(settings.surfaces()).enabled())
                .toList();
        if (enabled.isEmpty()) {
            throw new StartRefused("All of sluiswachter.surfaces are disabled; enable at least one.");
        }
        return enabled;
    }

    /** The gateway's own certificate; the one for pushes is read too, so that a bad one stops the start. */
    ServerIdentity identity() {
        GatewaySettings.Tls tls = settings.tls();
        if (tls.pushCertificate() != null) {
            pair(PREFIX + "push-certificate", tls.pushCertificate(), PREFIX + "push-key", tls.pushKey());
        }
        return pair(PREFIX + "certificate", tls.certificate(), PREFIX + "key", tls.key());
    }

    private Door door(Surface surface) {
        GatewaySettings.Tls tls = settings.tls();
        return surface == Surface.PARTNER
                ? door(surface, "partner-anchors", tls.partnerAnchors(), tls.partnerCrl())
                : door(surface, "municipal-anchors", tls.municipalAnchors(), tls.municipalCrl());
    }

    private Door door(Surface surface, String setting, Path anchors, Path crl) {
        return new Door(
                surface,
                new ChainCheck(files.anchors(PREFIX + setting, anchors), clock),
                new RevocationLists(crl, settings.tls().crlGrace(), clock));
    }

    private ServerIdentity pair(String certificateSetting, Path certificate, String keySetting, Path keyFile) {
        List<X509Certificate> chain = files.chain(certificateSetting, certificate);
        PrivateKey key = files.key(keySetting, keyFile);
        try {
            return new ServerIdentity(key, chain);
        } catch (GeneralSecurityException | IOException e) {
            throw new StartRefused(
                    keySetting + " is not the key of the first certificate of " + certificateSetting + ".", e);
        }
    }
}

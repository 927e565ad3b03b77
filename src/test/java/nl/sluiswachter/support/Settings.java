package nl.sluiswachter.support;

import java.util.Map;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as the gateway itself reads them: the defaults of the code, and what a test says otherwise. */
public final class Settings {

    private Settings() {}

    /** The default bounds. */
    public static GatewaySettings.Limits limits() {
        return with(Map.of()).limits();
    }

    /** The defaults with some properties, keys below {@code sluiswachter}. */
    public static GatewaySettings with(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("sluiswachter", GatewaySettings.class);
    }
}

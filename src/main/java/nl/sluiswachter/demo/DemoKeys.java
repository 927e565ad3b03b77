package nl.sluiswachter.demo;

import java.nio.file.Path;

/** The gateway's secrets in a demo, made at the first start and kept in the data folder. The key of receipts is an example. */
final class DemoKeys {

    private DemoKeys() {}

    /** Makes the three key files that are missing. */
    static void ensure(Path data) {
        Secrets.keep(data.resolve("subject.key"), Secrets::random);
        Secrets.keep(data.resolve("payload.key"), Secrets::random);
        Secrets.keep(data.resolve("log.key"), Secrets::random);
    }
}

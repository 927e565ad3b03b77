package nl.sluiswachter.delivery;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.kernel.crypto.PayloadCipher.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code payload}: messages at rest, encrypted, for as long as they are open. */
final class PayloadTable {

    private static final String SELECT = "select wrapped_key, ciphertext from payload where transfer_id = :id";
    private static final String DELETE = "delete from payload where transfer_id in (:ids)";

    // Already handed over, so not recalled, but not handed out again either.
    private static final String WITHHOLD =
            """
            delete from payload where transfer_id in
                   (select transfer_id from delivery
                     where state = 'DELIVERED' and consents @> array[cast(:consent as uuid)])
            """;

    private final JdbcClient jdbc;
    private final PayloadCipher cipher;

    PayloadTable(JdbcClient jdbc, PayloadCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Encrypted for exactly this envelope. */
    Sealed seal(Envelope envelope, byte[] content) {
        return cipher.seal(envelope.fixed(), content);
    }

    /** The decrypted message, unless it is gone; it opens only with the envelope it was queued with. */
    Optional<byte[]> find(Envelope envelope) {
        return jdbc.sql(SELECT)
                .param("id", envelope.transferId())
                .query((row, number) -> new Sealed(row.getBytes("wrapped_key"), row.getBytes("ciphertext")))
                .optional()
                .map(stored -> cipher.open(envelope.fixed(), stored));
    }

    void delete(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql(DELETE).param("ids", ids).update();
        }
    }

    void withhold(UUID consent) {
        jdbc.sql(WITHHOLD).param("consent", consent).update();
    }
}

package nl.sluiswachter.delivery;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluiswachter.transfer.Outgoing;
import nl.sluiswachter.transferlog.Parcel;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Tables {@code delivery} and {@code payload} as the log fills them: any number of messages at once. */
final class ParcelTable {

    private static final String INSERT =
            """
            insert into delivery (transfer_id, sender, receiver, sender_capacity, receiver_capacity, exchange_type,
                                  purpose, traceparent, state, push, due_at, consents, created_at, expires_at)
            select transfer_id, sender, receiver, sender_capacity, receiver_capacity, exchange_type,
                   purpose, traceparent, 'QUEUED', push, due_at, cast(consents as uuid[]), created_at, expires_at
              from unnest(:ids, :senders, :receivers, :senderCapacities, :receiverCapacities, :exchangeTypes,
                          :purposes, :traceparents, :pushes, :dues, :consents, :createds, :expires)
                   as t (transfer_id, sender, receiver, sender_capacity, receiver_capacity, exchange_type,
                         purpose, traceparent, push, due_at, consents, created_at, expires_at)
            """;

    private static final String INSERT_PAYLOAD =
            "insert into payload (transfer_id, wrapped_key, ciphertext) select * from unnest(:ids, :keys, :ciphertexts)";

    private final JdbcClient jdbc;

    ParcelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Parcel> parcels) {
        jdbc.sql(INSERT)
                .param("ids", column("uuid", parcels, Outgoing::transferId))
                .param("senders", column("text", parcels, out -> out.sender().value()))
                .param("receivers", column("text", parcels, out -> out.receiver()
                        .value()))
                .param("senderCapacities", column("text", parcels, out -> out.senderCapacity()
                        .code()))
                .param("receiverCapacities", column("text", parcels, out -> out.receiverCapacity()
                        .code()))
                .param("exchangeTypes", column("text", parcels, Outgoing::exchangeType))
                .param("purposes", column("text", parcels, Outgoing::purpose))
                .param("traceparents", column("text", parcels, out -> out.trace()
                        .header()))
                .param("pushes", SqlArray.of("bool", parcels, Parcel::push))
                .param("dues", SqlArray.of("timestamptz", parcels, parcel -> Timestamps.of(parcel.queuedAt())))
                .param("consents", column("text", parcels, out -> arrayText(out.consents())))
                .param("createds", column("timestamptz", parcels, out -> Timestamps.of(out.decidedAt())))
                .param("expires", SqlArray.of("timestamptz", parcels, parcel -> Timestamps.of(parcel.expiresAt())))
                .update();
        jdbc.sql(INSERT_PAYLOAD)
                .param("ids", column("uuid", parcels, Outgoing::transferId))
                .param("keys", SqlArray.bytes(parcels, Parcel::wrappedKey))
                .param("ciphertexts", SqlArray.bytes(parcels, Parcel::ciphertext))
                .update();
    }

    private static SqlArrayValue column(String type, List<Parcel> parcels, Function<Outgoing, ?> member) {
        return SqlArray.of(type, parcels, parcel -> member.apply(parcel.outgoing()));
    }

    private static String arrayText(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}

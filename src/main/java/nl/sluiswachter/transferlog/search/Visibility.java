package nl.sluiswachter.transferlog.search;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which entries somebody may know of. A confidential transfer, and all that was written of it (delivery, look-ups, holds), is
 * for its own parties, and for others on some grounds only. A transfer of which no decision is there, or of a type that the
 * catalogue does not know, counts as confidential.
 */
public final class Visibility {

    /** Scalar, so that it is asked of each row by the index and never of the whole table. */
    private static final String OF_TRANSFER =
            """
            coalesce((select d.exchange_type = any(%1$s) or %2$s in (d.sender, coalesce(d.receiver, ''))
                        from transfer_log d
                       where d.transfer_id = l.transfer_id and d.exchange_type is not null limit 1), false)
            """;

    private static final String SEEN =
            """
            l.kind not in ('REPORT', 'REPORT_VERDICT')
                and (l.exchange_type = any(%1$s)
                     or %2$s in (coalesce(l.sender, ''), coalesce(l.receiver, ''))
                     or l.exchange_type is null and (l.transfer_id is null or %3$s))
            """;

    private static final String OPEN_TRANSFERS =
            """
            select distinct l.transfer_id from transfer_log l
             where l.transfer_id = any(:transfers) and l.exchange_type is not null
               and (l.exchange_type = any(:open) or :viewer in (l.sender, coalesce(l.receiver, '')))
            """;

    private final JdbcClient jdbc;
    private final ActiveCatalogue catalogue;

    Visibility(JdbcClient jdbc, ActiveCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /**
     * Leaves out what is hidden from this viewer, as far as columns tell. Viewer and types stand in the text: as parameters they
     * have each search planned anew, over every month, which costs more than most searches.
     */
    void narrow(Source source, Oin viewer, Ground ground) {
        if (!ground.opensConfidential()) {
            String open = catalogue.current().openTypes().stream()
                    .map(Source::literal)
                    .collect(Collectors.joining(", ", "array[", "]::text[]"));
            String seer = Source.literal(viewer.value());
            source.and(SEEN.formatted(open, seer, OF_TRANSFER.formatted(open, seer)));
        }
    }

    /** What no column tells: holds and destructions name the exchange type that they are about. */
    boolean isSeen(Found found, Oin viewer, Ground ground) {
        return ground.opensConfidential() || isOf(found, viewer) || namesNothingConfidential(found);
    }

    /** Whether what is told of an exchange type may be known to whoever took no part in it. */
    public boolean isOpen(String exchangeType) {
        return !catalogue.current().isConfidential(exchangeType);
    }

    /** Those of the transfers that the viewer may know of without a ground. */
    public Set<UUID> openTransfers(Set<UUID> transfers, Oin viewer) {
        return new HashSet<>(jdbc.sql(OPEN_TRANSFERS)
                .param("transfers", transfers.toArray(UUID[]::new))
                .param("open", open())
                .param("viewer", viewer.value())
                .query(UUID.class)
                .list());
    }

    /** One that was damaged may have named anything. */
    private boolean namesNothingConfidential(Found found) {
        if (found.isDamaged()) {
            return found.kind() != LogKind.HOLD && found.kind() != LogKind.DESTRUCTION;
        }
        Catalogue law = catalogue.current();
        Optional<String> named =
                switch (found.kind()) {
                    case HOLD -> detail(found, "exchangeType");
                    case DESTRUCTION -> detail(found, "rule").filter(rule -> !isKind(rule));
                    default -> Optional.empty();
                };
        return named.filter(law::isConfidential).isEmpty();
    }

    private static Optional<String> detail(Found found, String name) {
        return Optional.of(found.entry().path("detail").path(name).asText()).filter(text -> !text.isEmpty());
    }

    private static boolean isKind(String rule) {
        return Stream.of(LogKind.values()).anyMatch(kind -> kind.name().equals(rule));
    }

    private static boolean isOf(Found found, Oin viewer) {
        return found.isOf(viewer.value());
    }

    private Object open() {
        Catalogue law = catalogue.current();
        return SqlArray.of("text", law.openTypes(), type -> type);
    }
}

package nl.sluiswachter.console.today;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.party.Ending;
import nl.sluiswachter.party.JdbcEndings;
import nl.sluiswachter.security.ServerCertificate;

/** What ends: the certificate of the gateway, and the certificates of the parties and the agreements with them. */
record CertificateWatch(JdbcEndings endings, ServerCertificate own) implements Watch {

    /** How long before its end something is shown. */
    static final Duration AHEAD = Duration.ofDays(30);

    private static final String LINK = TechnicalController.PATH + "#certificates";
    private static final Duration NEAR = Duration.ofDays(7);
    private static final int MOST = 10;

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER, Role.OPERATOR);
    }

    @Override
    public List<Line> look(Reader reader) {
        List<Line> lines = new ArrayList<>();
        own(reader).ifPresent(lines::add);
        List<Ending> all = endings.before(reader.now().plus(AHEAD), MOST + 1);
        all.stream().limit(MOST).map(one -> line(one, reader)).forEach(lines::add);
        if (all.size() > MOST) {
            lines.add(reader.line(Urgency.SOON, "certificate.more", LINK, MOST));
        }
        return lines;
    }

    /** That of the gateway, when it ends soon. */
    Optional<Line> own(Reader reader) {
        double days = own.daysLeft();
        if (Double.isNaN(days)) {
            return Optional.of(reader.line(Urgency.NOW, "certificate.own.unreadable", LINK));
        }
        Urgency urgency = days < NEAR.toDays() ? Urgency.NOW : Urgency.SOON;
        return days < AHEAD.toDays()
                ? Optional.of(reader.line(urgency, "certificate.own", LINK, Math.max(0, Math.round(Math.floor(days)))))
                : Optional.empty();
    }

    private static Line line(Ending ending, Reader reader) {
        String key = ending.kind() == Ending.Kind.AGREEMENT ? "agreement." : "certificate.";
        String day = reader.day(ending.lastDay());
        if (!ending.until().isAfter(reader.now())) {
            return reader.line(Urgency.NOW, key + "ended", LINK, ending.name(), day);
        }
        Urgency urgency = ending.until().isBefore(reader.now().plus(NEAR)) ? Urgency.NOW : Urgency.SOON;
        return reader.line(urgency, key + "ends", LINK, ending.name(), day);
    }
}

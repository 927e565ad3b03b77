package nl.sluiswachter.console.today;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.party.Ending;
import nl.sluiswachter.party.JdbcEndings;
import nl.sluiswachter.security.ServerCertificate;

/** Certificates that end: that of the gateway, and those of the parties. */
record CertificateWatch(JdbcEndings endings, ServerCertificate own) implements Watch {

    private static final Duration AHEAD = Duration.ofDays(30);
    private static final Duration NEAR = Duration.ofDays(7);
    private static final int MOST = 10;

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER, Role.OPERATOR);
    }

    @Override
    public List<Line> look(Reader reader) {
        List<Line> lines = new ArrayList<>();
        own(reader, lines);
        List<Ending> all = endings.before(reader.now().plus(AHEAD), MOST + 1);
        all.stream().limit(MOST).map(one -> line(one, reader)).forEach(lines::add);
        if (all.size() > MOST) {
            lines.add(reader.line(Urgency.SOON, "certificate.more", "", MOST));
        }
        return lines;
    }

    private void own(Reader reader, List<Line> lines) {
        double days = own.daysLeft();
        if (Double.isNaN(days)) {
            lines.add(reader.line(Urgency.NOW, "certificate.own.unreadable", ""));
        } else if (days < AHEAD.toDays()) {
            Urgency urgency = days < NEAR.toDays() ? Urgency.NOW : Urgency.SOON;
            lines.add(reader.line(urgency, "certificate.own", "", Math.max(0, Math.round(Math.floor(days)))));
        }
    }

    private static Line line(Ending ending, Reader reader) {
        if (ending.until().isBefore(reader.now())) {
            return reader.line(Urgency.NOW, "certificate.ended", "", ending.name(), reader.day(ending.until()));
        }
        Urgency urgency = ending.until().isBefore(reader.now().plus(NEAR)) ? Urgency.NOW : Urgency.SOON;
        return reader.line(urgency, "certificate.ends", "", ending.name(), reader.day(ending.until()));
    }
}

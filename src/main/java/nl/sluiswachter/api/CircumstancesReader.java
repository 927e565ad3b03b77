package nl.sluiswachter.api;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transfer.Circumstances;
import nl.sluiswachter.transfer.Circumstances.Informed;
import nl.sluiswachter.transfer.Circumstances.Question;
import nl.sluiswachter.transfer.Circumstances.Weighing;
import nl.sluiswachter.transfer.Statement;

/** Reads the member {@code circumstances}; what is absent was not stated. */
final class CircumstancesReader {

    private static final int LONGEST_CODE = 64;

    private final int longestText;

    CircumstancesReader(GatewaySettings.Limits limits) {
        this.longestText = limits.text();
    }

    Circumstances read(Member member) {
        return member.isAbsent()
                ? Circumstances.NONE
                : member.object().map(this::read).orElse(Circumstances.NONE);
    }

    private Circumstances read(Body body) {
        return new Circumstances(
                statements(body),
                part(body, "weighing").map(this::weighing),
                part(body, "informed").flatMap(this::informed),
                part(body, "request").map(this::question));
    }

    private static Set<Statement> statements(Body body) {
        Set<Statement> stated = EnumSet.noneOf(Statement.class);
        for (Statement statement : Statement.values()) {
            if (flag(body, statement.member())) {
                stated.add(statement);
            }
        }
        return stated;
    }

    private Weighing weighing(Body body) {
        boolean considered = body.required("considered").bool().orElse(false);
        return new Weighing(considered, text(body, "text"));
    }

    private Optional<Informed> informed(Body body) {
        String reason = body.optional("reason").presentText(LONGEST_CODE).orElse(null);
        return body.required("status").choice(Informed.Status.class).map(status -> new Informed(status, reason));
    }

    private Question question(Body body) {
        return new Question(text(body, "question"), text(body, "nature"), text(body, "severity"));
    }

    private String text(Body body, String name) {
        return body.optional(name).anyText(longestText).orElse(null);
    }

    private static boolean flag(Body body, String name) {
        Member member = body.optional(name);
        return !member.isAbsent() && member.bool().orElse(false);
    }

    private static Optional<Body> part(Body body, String name) {
        Member member = body.optional(name);
        return member.isAbsent() ? Optional.empty() : member.object();
    }
}

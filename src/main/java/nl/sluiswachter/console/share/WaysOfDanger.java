package nl.sluiswachter.console.share;

import java.util.Comparator;
import java.util.List;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Urgency;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.party.Capacity;

/** What somebody may share at once when somebody is in danger, by the urgency that the catalogue gives its exchanges. */
record WaysOfDanger(Catalogue law, Words words) {

    /** Those of this sender; what is meant for nothing else comes first. */
    List<ShareView.WayOut> of(Capacity sender) {
        return law.types().values().stream()
                .flatMap(type -> type.rules().stream()
                        .filter(rule -> rule.senders().contains(sender)
                                && rule.urgency().contains(Urgency.ACUTE))
                        .min(Comparator.comparingInt(rule -> rule.urgency().size()))
                        .map(rule -> new Way(type, rule))
                        .stream())
                .sorted(Comparator.comparingInt(
                                (Way way) -> way.rule().urgency().size())
                        .thenComparing(way -> way.type().id()))
                .map(way -> new ShareView.WayOut(words.of(way.type().title()), link(way, sender)))
                .toList();
    }

    private record Way(ExchangeType type, ExchangeRule rule) {}

    /** With the receiver, where there is one only. */
    private static String link(Way way, Capacity sender) {
        String to = way.rule().receivers().size() == 1
                ? "&to=" + way.rule().receivers().iterator().next().code()
                : "";
        return "/console/may-i-share?from=%s%s&type=%s&danger=yes"
                .formatted(sender.code(), to, way.type().id());
    }
}

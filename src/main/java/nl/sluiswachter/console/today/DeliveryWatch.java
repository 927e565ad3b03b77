package nl.sluiswachter.console.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.delivery.Stall;
import nl.sluiswachter.delivery.Stuck;
import nl.sluiswachter.delivery.StuckMessages;

/** Messages that do not get to their receivers. */
record DeliveryWatch(StuckMessages messages, ActiveCatalogue catalogue) implements Watch {

    static final Set<Role> AUDIENCE = Set.of(Role.PRIVACY_OFFICER, Role.OPERATOR);

    private static final String RECEIVERS = TechnicalController.PATH + "#receivers";

    @Override
    public Set<Role> audience() {
        return AUDIENCE;
    }

    @Override
    public List<Line> look(Reader reader) {
        Stuck stuck = messages.count(reader.now(), catalogue.current().openTypes());
        List<Line> lines = new ArrayList<>();
        add(lines, reader, Urgency.NOW, "delivery.expired", link(Stall.EXPIRED, reader), stuck.expired());
        add(lines, reader, Urgency.SOON, "delivery.ending", link(Stall.ENDING, reader), stuck.ending());
        add(lines, reader, Urgency.SOON, "delivery.paused", RECEIVERS, stuck.paused());
        stuck.oldest()
                .ifPresent(at -> lines.add(
                        reader.line(Urgency.KNOW, "delivery.waits", link(Stall.WAITING, reader), reader.day(at))));
        return lines;
    }

    /** To the transfers for whoever may look them up, to whose door it is for who may not. */
    private static String link(Stall stall, Reader reader) {
        return ConsolePage.TRANSFERS.isOpenTo(reader.officer().roles())
                ? ConsolePage.TRANSFERS.path() + "?kind=DECISION&delivery=" + stall
                : RECEIVERS;
    }

    private static void add(List<Line> lines, Reader reader, Urgency urgency, String key, String link, long number) {
        if (number > 0) {
            lines.add(reader.line(urgency, key, link, reader.number(number, StuckMessages.MOST)));
        }
    }
}

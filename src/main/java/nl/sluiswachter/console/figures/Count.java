package nl.sluiswachter.console.figures;

import java.time.YearMonth;
import java.util.Optional;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.figures.Acknowledged;
import nl.sluiswachter.transferlog.figures.Acknowledged.Within;
import nl.sluiswachter.transferlog.figures.Figure;
import nl.sluiswachter.transferlog.figures.Obliged;

/**
 * A figure with the law that it falls under.
 *
 * @param reason of a refusal
 * @param within how soon it was answered; empty for what counts no answers
 * @param duty what was left to be done; empty for what counts no duties
 */
public record Count(
        YearMonth month,
        String type,
        Optional<Origin> law,
        Oin sender,
        Optional<Oin> receiver,
        Optional<String> reason,
        Optional<Within> within,
        Optional<Duty> duty,
        Tally tally) {

    /**
     * What permits left to be done, how often, and how often it was.
     *
     * @param review whether an officer does it; of anything else nobody writes down whether it was done
     */
    record Duty(String code, boolean review, long times, long done, long late) {

        Duty plus(Duty other) {
            return new Duty(code, review, times + other.times, done + other.done, late + other.late);
        }
    }

    static Count of(Figure figure, Attribution attribution) {
        boolean permit = figure.outcome().equals("PERMIT");
        return new Count(
                figure.month(),
                figure.exchangeType(),
                attribution.law(figure.exchangeType(), figure.sender(), figure.receiver()),
                figure.sender(),
                figure.receiver(),
                figure.reason(),
                Optional.empty(),
                Optional.empty(),
                new Tally(permit ? figure.transfers() : 0, permit ? 0 : figure.transfers(), 0, 0));
    }

    static Count of(Acknowledged answer, Attribution attribution) {
        boolean soon = answer.within().compareTo(Within.DAY) <= 0;
        Optional<Oin> receiver = Optional.of(answer.receiver());
        return new Count(
                answer.month(),
                answer.exchangeType(),
                attribution.law(answer.exchangeType(), answer.sender(), receiver),
                answer.sender(),
                receiver,
                Optional.empty(),
                Optional.of(answer.within()),
                Optional.empty(),
                new Tally(0, 0, answer.transfers(), soon ? answer.transfers() : 0));
    }

    static Count of(Obliged obliged, Attribution attribution) {
        return new Count(
                obliged.month(),
                obliged.exchangeType(),
                attribution.law(obliged.exchangeType(), obliged.sender(), obliged.receiver()),
                obliged.sender(),
                obliged.receiver(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Duty(
                        obliged.code(), obliged.review(), obliged.transfers(), obliged.done(), obliged.late())),
                Tally.NONE);
    }
}

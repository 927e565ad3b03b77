package nl.sluiswachter.console.figures;

import java.time.YearMonth;
import java.util.Optional;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.figures.Acknowledged;
import nl.sluiswachter.transferlog.figures.Acknowledged.Within;
import nl.sluiswachter.transferlog.figures.Due;
import nl.sluiswachter.transferlog.figures.Exchange;
import nl.sluiswachter.transferlog.figures.Figure;
import nl.sluiswachter.transferlog.figures.Obliged;
import nl.sluiswachter.transferlog.figures.Tally;

/**
 * A line of the file: a figure with the law that it falls under.
 *
 * @param reason of a refusal
 * @param within how soon it was answered; empty for what counts no answers
 * @param duty what was left to be done; empty for what counts no duties
 */
record FigureLine(
        YearMonth month,
        String type,
        Optional<Origin> law,
        Oin sender,
        Optional<Oin> receiver,
        Optional<String> reason,
        Optional<Within> within,
        Optional<Due> duty,
        Tally tally) {

    static FigureLine of(Figure figure, Attribution attribution) {
        boolean permit = figure.outcome().equals("PERMIT");
        return new FigureLine(
                figure.month(),
                figure.exchangeType(),
                attribution.law(new Exchange(figure.exchangeType(), figure.sender(), figure.receiver())),
                figure.sender(),
                figure.receiver(),
                figure.reason(),
                Optional.empty(),
                Optional.empty(),
                new Tally(permit ? figure.transfers() : 0, permit ? 0 : figure.transfers(), 0, 0));
    }

    static FigureLine of(Acknowledged answer, Attribution attribution) {
        boolean soon = answer.within().compareTo(Within.DAY) <= 0;
        Optional<Oin> receiver = Optional.of(answer.receiver());
        return new FigureLine(
                answer.month(),
                answer.exchangeType(),
                attribution.law(new Exchange(answer.exchangeType(), answer.sender(), receiver)),
                answer.sender(),
                receiver,
                Optional.empty(),
                Optional.of(answer.within()),
                Optional.empty(),
                new Tally(0, 0, answer.transfers(), soon ? answer.transfers() : 0));
    }

    static FigureLine of(Obliged obliged, Attribution attribution) {
        return new FigureLine(
                obliged.month(),
                obliged.exchange().type(),
                attribution.law(obliged.exchange()),
                obliged.exchange().sender(),
                obliged.exchange().receiver(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(obliged.due()),
                Tally.NONE);
    }
}

package nl.sluiswachter.console.logpage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Cosignature;
import nl.sluiswachter.transferlog.merkle.NoteSignature;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.witness.DailyPaper;

/** The head of the log as it was published. */
record LogHead(CheckpointTable checkpoints, DailyPaper paper) {

    Optional<LogView.Head> view(Locale locale) {
        return checkpoints.latest().map(signed -> view(signed, locale));
    }

    private LogView.Head view(SignedCheckpoint signed, Locale locale) {
        Checkpoint head = signed.checkpoint();
        List<LogView.SignatureLine> signatures = signed.note().signatures().stream()
                .map(one -> signature(one, head.origin(), locale))
                .toList();
        return new LogView.Head(
                head.size(),
                head.root().toString(),
                head.origin(),
                checkpoints
                        .publishedAt(head.size())
                        .map(at -> Here.moment(at, locale))
                        .orElse(""),
                signatures,
                paper.line().map(PaperLine::text).orElse(""));
    }

    private static LogView.SignatureLine signature(NoteSignature one, String origin, Locale locale) {
        boolean own = one.key().name().equals(origin);
        Optional<Instant> at = own ? Optional.empty() : Cosignature.seconds(one).map(Instant::ofEpochSecond);
        return new LogView.SignatureLine(
                one.key().name(),
                own,
                at.map(moment -> Here.moment(moment, locale)).orElse(""));
    }
}

package nl.sluiswachter.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on one line why the start failed, and what to do where the analysis knows. */
final class OneSentenceReporter implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger(OneSentenceReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        LOG.error("{}", (analysis.getDescription() + action).strip().replaceAll("\\s*\\R\\s*", " "));
    }
}

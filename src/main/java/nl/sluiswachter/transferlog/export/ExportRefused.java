package nl.sluiswachter.transferlog.export;

/** Nothing, or not everything, was exported. The message is one sentence. */
public final class ExportRefused extends RuntimeException {

    ExportRefused(String sentence) {
        super(sentence);
    }
}

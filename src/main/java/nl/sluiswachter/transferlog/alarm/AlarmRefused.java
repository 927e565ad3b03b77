package nl.sluiswachter.transferlog.alarm;

/** No alarm was closed. The message is one sentence. */
public final class AlarmRefused extends RuntimeException {

    AlarmRefused(String sentence) {
        super(sentence);
    }
}

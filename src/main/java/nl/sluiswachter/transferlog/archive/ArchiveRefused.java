package nl.sluiswachter.transferlog.archive;

/** Nothing was taken out or put back. The message is one sentence. */
public final class ArchiveRefused extends RuntimeException {

    ArchiveRefused(String sentence) {
        super(sentence);
    }
}

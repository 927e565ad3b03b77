package nl.sluiswachter.transferlog.tree;

/** No new epoch begins; the message says why in one sentence. */
public final class EpochRefused extends RuntimeException {

    EpochRefused(String why) {
        super(why);
    }
}

package nl.sluiswachter.transferlog;

import nl.sluiswachter.kernel.SubjectKeys;

/** The mark of the one gateway there is, for tests. */
public final class SomeMark {

    public static final LogMark OURS = new LogMark(new SubjectKeys(new byte[32]));

    private SomeMark() {}
}

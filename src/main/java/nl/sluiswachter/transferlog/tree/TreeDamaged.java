package nl.sluiswachter.transferlog.tree;

/** What is stored of the tree is not what it was; the message says what in one sentence. */
public final class TreeDamaged extends RuntimeException {

    TreeDamaged(String what) {
        super(what);
    }
}

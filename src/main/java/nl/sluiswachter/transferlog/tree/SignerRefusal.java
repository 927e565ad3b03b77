package nl.sluiswachter.transferlog.tree;

/** The signer does not sign this tree; the message says why in one sentence. */
public final class SignerRefusal extends RuntimeException {

    SignerRefusal(String why) {
        super(why);
    }
}

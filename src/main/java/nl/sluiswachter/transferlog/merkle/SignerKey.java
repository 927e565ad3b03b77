package nl.sluiswachter.transferlog.merkle;

/**
 * The private key of an Ed25519 signer with its name: {@code PRIVATE+KEY+<name>+<key id>+<base64 of type and seed>}, as Go's
 * note tools write it. Has no toString that shows it.
 */
public final class SignerKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final Ed25519 type;
    private final byte[] seed;
    private final VerifierKey verifierKey;

    private SignerKey(String name, Ed25519 type, byte[] seed) {
        this.type = type;
        this.seed = seed;
        this.verifierKey = VerifierKey.of(name, type.number(), Ed25519Keys.publicKey(seed));
    }

    /** A key from a seed of 32 secret random bytes. */
    public static SignerKey of(String name, Ed25519 type, byte[] seed) {
        return new SignerKey(name, type, seed.clone());
    }

    /** Reads the text form and checks the key id. */
    public static SignerKey parse(String text) throws Malformed {
        if (!text.startsWith(PREFIX)) {
            throw new Malformed(Malformation.SIGNER_KEY_FORM);
        }
        KeyText key = KeyText.parse(text.substring(PREFIX.length()), Malformation.SIGNER_KEY_FORM);
        Ed25519 type = Ed25519.of(key.type());
        if (key.bytes().length != Ed25519Keys.LENGTH) {
            throw new Malformed(Malformation.KEY_BYTES);
        }
        SignerKey found = new SignerKey(key.name(), type, key.bytes());
        if (!found.verifierKey.key().hexId().equals(key.hexId())) {
            throw new Malformed(Malformation.KEY_ID);
        }
        return found;
    }

    /** The public half. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The text form: a secret. */
    public String text() {
        return PREFIX + KeyText.of(verifierKey.key(), type.number(), seed);
    }

    Ed25519 type() {
        return type;
    }

    byte[] seed() {
        return seed.clone();
    }
}

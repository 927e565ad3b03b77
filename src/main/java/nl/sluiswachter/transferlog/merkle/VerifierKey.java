package nl.sluiswachter.transferlog.merkle;

import java.util.Arrays;
import java.util.List;

/** A public key of any signature type with its name: {@code <name>+<key id>+<base64 of type and public key>}. */
public final class VerifierKey {
    private final String name;
    private final byte type;
    private final byte[] publicKey;

    private VerifierKey(String name, byte type, byte[] publicKey) {
        this.name = name;
        this.type = type;
        this.publicKey = publicKey;
    }

    /** A key from its parts; the bytes of the public key are not looked at. */
    public static VerifierKey of(String name, byte type, byte[] publicKey) {
        NoteKey.of(name, type, publicKey);
        return new VerifierKey(name, type, publicKey.clone());
    }

    /** Reads the text form and checks the key id. */
    public static VerifierKey parse(String text) throws Malformed {
        KeyText key = KeyText.parse(text, Malformation.KEY_FORM);
        VerifierKey found = new VerifierKey(key.name(), key.type(), key.bytes());
        if (!found.key().hexId().equals(key.hexId())) {
            throw new Malformed(Malformation.KEY_ID);
        }
        return found;
    }

    /** A verifier by that one of the types which has the number of this key. */
    public NoteVerifier verifier(List<? extends SignatureType> types) throws Malformed {
        for (SignatureType candidate : types) {
            if (candidate.number() == type) {
                return candidate.verifier(this);
            }
        }
        throw new Malformed(Malformation.KEY_TYPE);
    }

    /** Name and id. */
    public NoteKey key() {
        return NoteKey.of(name, type, publicKey);
    }

    /** The signature type byte. */
    public byte type() {
        return type;
    }

    /** A copy of the public key without its type byte. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The text form. */
    public String text() {
        return KeyText.of(key(), type, publicKey);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && type == key.type
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}

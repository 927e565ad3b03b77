package nl.sluiswachter.transferlog.merkle;

import java.util.List;

/** The two signature types with an Ed25519 key (RFC 8032). One key must not serve both, nor two names. */
public enum Ed25519 implements SignatureType {
    /** Over the text of any note (C2SP signed-note). */
    NOTE(0x01),

    /** Over a checkpoint and the time it was seen (C2SP tlog-cosignature, cosignature/v1). */
    COSIGNATURE(0x04);

    private final byte number;

    Ed25519(int number) {
        this.number = (byte) number;
    }

    /** Both types, to read configured verifier keys with. */
    public static List<SignatureType> types() {
        return List.of(values());
    }

    static Ed25519 of(byte number) throws Malformed {
        for (Ed25519 type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new Malformed(Malformation.KEY_TYPE);
    }

    @Override
    public byte number() {
        return number;
    }

    @Override
    public NoteVerifier verifier(VerifierKey key) throws Malformed {
        if (key.type() != number) {
            throw new Malformed(Malformation.KEY_TYPE);
        }
        Ed25519Verifier plain = new Ed25519Verifier(key.key(), Ed25519Keys.reader(key.publicKey()));
        return this == NOTE ? plain : new CosignatureVerifier(plain);
    }
}

package nl.sluiswachter.transferlog.merkle;

/** Every way in which something from outside can have the wrong form, as one sentence that repeats none of it. */
public enum Malformation {
    HASH_LENGTH("A hash is 32 bytes in base64 with padding."),
    PROOF_TOO_LONG("A proof has more than 63 hashes."),
    PROOF_INDEX_OUTSIDE_TREE("The index of an inclusion proof is not below the size of its tree."),
    PROOF_SIZES_REVERSED("The old size of a consistency proof is above the new size."),

    TILE_PATH("A tile path is tile/<level>/<index>[.p/<width>] in the one spelling of tlog-tiles."),
    TILE_OUTSIDE_ANY_TREE("A tile lies beyond the 2^63 - 1 leaves a tree can have."),
    TILE_LENGTH("A tile has another number of bytes than 32 for each hash of its width."),
    BUNDLE_PATH("A bundle path is tile/entries/<index>[.p/<width>] in the one spelling of tlog-tiles."),
    BUNDLE_CUT_OFF("An entry bundle ends inside an entry."),
    BUNDLE_WIDTH("An entry bundle has another number of entries than its width."),

    KEY_FORM("A verifier key is <name>+<8 lowercase hex digits>+<base64>."),
    SIGNER_KEY_FORM("A signer key is PRIVATE+KEY+<name>+<8 lowercase hex digits>+<base64>."),
    KEY_NAME("The name of a key is 1 to 255 characters without white space, control characters or a plus sign."),
    KEY_ID("The id of a key does not belong to its name, type and public key."),
    KEY_TYPE("The type of a key is not one of those supported here."),
    KEY_BYTES("The bytes of a key are not a key of its type."),

    NOTE_TOO_LARGE("A note is larger than 64 KiB."),
    NOTE_ENCODING("A note is not valid UTF-8."),
    NOTE_CONTROL_CHARACTER("A note has a control character other than the end of a line."),
    NOTE_UNSIGNED("A note has no empty line followed by signatures."),
    NOTE_UNFINISHED("The last line of a note has no end."),
    NOTE_TOO_MANY_SIGNATURES("A note has more than 32 signatures."),
    NOTE_DUPLICATE_SIGNATURE("Two signatures of a note are by the same key."),
    SIGNATURE_LINE("A signature line is an em dash, a space, the name of a key, a space and base64."),
    SIGNATURE_LENGTH("A signature is not 1 to 8192 bytes after a key id of 4 bytes."),

    CHECKPOINT_LINES("A checkpoint has an origin, a size and a root, each on its own line."),
    CHECKPOINT_EMPTY_LINE("A checkpoint has an empty line."),
    CHECKPOINT_SIZE("The size of a checkpoint is not a decimal number from 0 to 2^63 - 1 without leading zeroes."),
    CHECKPOINT_ROOT("The root of a checkpoint is not 32 bytes in base64 with padding."),
    CHECKPOINT_EMPTY_TREE("A checkpoint of size 0 does not have the root of the empty tree."),

    LOG_PROOF_TOO_LARGE("A log proof is larger than its limit."),
    LOG_PROOF_ENCODING("A log proof is not valid UTF-8."),
    LOG_PROOF_VERSION("The first line of a log proof is not c2sp.org/tlog-proof@v1."),
    LOG_PROOF_EXTRA("The extra data of a log proof is not 1 to 131072 bytes in base64 with padding."),
    LOG_PROOF_INDEX("The index of a log proof is not a decimal number from 0 to 2^63 - 1 without leading zeroes."),
    LOG_PROOF_NO_CHECKPOINT("A log proof has no empty line followed by a checkpoint."),

    ADD_CHECKPOINT_TOO_LARGE("The body of add-checkpoint is larger than its limit."),
    ADD_CHECKPOINT_ENCODING("The body of add-checkpoint is not valid UTF-8."),
    ADD_CHECKPOINT_OLD_SIZE("The first line of add-checkpoint is not the old size as a decimal number."),
    ADD_CHECKPOINT_NO_CHECKPOINT("The body of add-checkpoint has no empty line followed by a checkpoint."),
    COSIGNATURES_FORM("The answer of a witness is not one or more signature lines."),

    PAPER_FORM("A checkpoint on paper has five parts: origin, size, root, time and check word."),
    PAPER_CHECK_WORD("The check word of a checkpoint on paper does not fit, so something was typed wrong.");

    private final String sentence;

    Malformation(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong, for people; never a part of the input. */
    public String sentence() {
        return sentence;
    }
}

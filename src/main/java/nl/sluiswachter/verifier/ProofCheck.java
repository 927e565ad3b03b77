package nl.sluiswachter.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.Commitment;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.LogProof;
import nl.sluiswachter.transferlog.merkle.Trust;

/** One proof file: the entry is in the log, is about the transfer, and is what the receipt and the contents say. */
final class ProofCheck {

    private final ProofFile file;
    private final LogKey key;
    private final List<ReceiptKey> receiptKeys;
    private final Optional<ReceiptAuthority> authority;
    private final Map<String, byte[]> contents;
    private final List<String> statements = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String decided;

    /**
     * @param receiptKeys of the gateway; empty to take the key in the file
     * @param authority that must know the key in the file
     * @param contents by label, what the holder says was committed to
     */
    ProofCheck(
            ProofFile file,
            LogKey key,
            List<ReceiptKey> receiptKeys,
            Optional<ReceiptAuthority> authority,
            Map<String, byte[]> contents) {
        this.file = file;
        this.key = key;
        this.receiptKeys = receiptKeys;
        this.authority = authority;
        this.contents = contents;
    }

    /** What was found to be so. */
    List<String> statements() {
        return statements;
    }

    /** What was not proven. */
    List<String> open() {
        return open;
    }

    void run() throws Unreadable, Refuted {
        Hash hash = file.hash();
        included(hash);
        Map<String, byte[]> commitments = file.entry() == null ? Map.of() : decision(hash);
        if (file.receipt() == null) {
            statements.add("There is no receipt in the file.");
        } else {
            SignedReceipt receipt = receipt(hash);
            commitments = file.entry() == null ? receipt.commitments() : commitments;
        }
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            committed(commitments.get(content.getKey()), content.getKey(), content.getValue());
        }
    }

    private Map<String, byte[]> decision(Hash hash) throws Unreadable, Refuted {
        Entry entry = Entry.read(file.entry());
        if (!entry.decides() || !file.transferId().equals(entry.transferId())) {
            throw new Refuted(
                    "The entry with hash %s is not the decision on transfer %s.".formatted(hash, file.transferId()));
        }
        decided = entry.outcome();
        statements.add("It is the decision %s on transfer %s.".formatted(decided, file.transferId()));
        return entry.commitments();
    }

    private void included(Hash hash) throws Unreadable, Refuted {
        LogProof proof = file.logProof();
        Trust.Given trust = proven(file.shard(), file.position(), hash, proof, key);
        statements.add("The entry at %s with hash %s is in the log %s of %d leaves."
                .formatted(
                        Places.named(proof.inclusion().index(), new Leaf(file.shard(), file.position(), hash)),
                        hash,
                        key.origin(),
                        proof.inclusion().size()));
        statements.addAll(vouching(proof, trust, key));
    }

    /** Refutes an entry that the checkpoint of its proof does not prove, or whose checkpoint the key did not sign. */
    static Trust.Given proven(int shard, long position, Hash hash, LogProof proof, LogKey key) throws Refuted {
        Leaf leaf = new Leaf(shard, position, hash);
        Trust trust = proof.check(leaf.hash(), key.policy());
        if (trust instanceof Trust.Refused refused) {
            throw new Refuted("The entry at %s with hash %s is not proven by the checkpoint with root %s: %s"
                    .formatted(
                            Places.named(proof.inclusion().index(), leaf),
                            hash,
                            proof.checkpoint().checkpoint().root(),
                            refused.why().sentence()));
        }
        return (Trust.Given) trust;
    }

    /** Who signed the checkpoint of the proof besides the log. */
    static List<String> vouching(LogProof proof, Trust.Given trust, LogKey key) throws Refuted {
        List<String> vouching = new ArrayList<>(key.alsoSigned(proof.checkpoint()));
        vouching.addAll(LogHead.witnesses(trust));
        return vouching;
    }

    private SignedReceipt receipt(Hash hash) throws Unreadable, Refuted {
        SignedReceipt receipt = SignedReceipt.parse(file.receipt());
        receipt.refuseUnsigned(receiptKeys.isEmpty() ? file.receiptKeys() : receiptKeys);
        if (!receipt.claim("entryHash").equals("sha256:" + hash)) {
            throw new Refuted("The receipt is about an entry with hash %s and the entry has hash %s."
                    .formatted(receipt.claim("entryHash"), hash));
        }
        if (!receipt.claim("transferId").equals(file.transferId().toString())) {
            throw new Refuted("The receipt is about another transfer.");
        }
        if (decided != null && !receipt.claim("decision").equals(decided)) {
            throw new Refuted("The receipt is about a decision %s and the entry with hash %s is a decision %s."
                    .formatted(receipt.claim("decision"), hash, decided));
        }
        if (!key.origin().contains("/" + receipt.claim("iss") + "/")) {
            throw new Refuted("The receipt is by another gateway than the log.");
        }
        boolean believed = authority.isPresent() || !receiptKeys.isEmpty();
        statements.add("The receipt is signed%s, and says that this entry is the decision %s on transfer %s."
                .formatted(believed ? "" : " by the key in the file", receipt.claim("decision"), file.transferId()));
        if (authority.isPresent()) {
            authority
                    .get()
                    .refuseStranger(
                            file.receiptKey(),
                            ReceiptKey.of(file.receiptKey()),
                            receipt.claim("iss"),
                            receipt.issuedAt());
            statements.add("An authority that is believed knows the key of the receipt as that of "
                    + receipt.claim("iss") + ".");
        } else if (!believed) {
            sayWhoseKey();
        }
        return receipt;
    }

    /** With the entry in the file the log proves the decision, and the receipt adds to it; without, all hangs on the receipt. */
    private void sayWhoseKey() {
        String taken = "The key of the receipt was taken from the file itself";
        if (file.entry() == null) {
            open.add(taken
                    + ", so the receipt, and what it says of the decision and of what was delivered, can be by anybody:"
                    + " give the keys of the gateway with --keys.");
        } else {
            statements.add(taken
                    + ", so anybody can have made the receipt: nothing here says that it is the gateway's (--keys)."
                    + " The decision is proven by the log alone.");
        }
    }

    private void committed(byte[] commitment, String label, byte[] content) throws Unreadable, Refuted {
        byte[] salt = file.salts().get(label);
        if (salt == null || commitment == null || salt.length != Commitment.BYTES) {
            throw new Unreadable(
                    "The file has no salt, or the entry no commitment, with the label of a content given.");
        }
        byte[] found = Commitment.of(label, salt, content);
        if (!Arrays.equals(found, commitment)) {
            throw new Refuted("The content given as %s has commitment %s and the entry has %s."
                    .formatted(label, hex(found), hex(commitment)));
        }
        statements.add("The content given as " + label + " is what the entry commits to.");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** What a log proof and a request to a witness have in common: lines, hashes, an empty line, a checkpoint verbatim. */
record ProofText(List<String> head, SignedCheckpoint checkpoint) {
    private static final String EMPTY_LINE = "\n\n";

    static ProofText parse(String text, Malformation noCheckpoint) throws Malformed {
        int end = text.indexOf(EMPTY_LINE);
        if (end < 0) {
            throw new Malformed(noCheckpoint);
        }
        byte[] note = StrictText.utf8(text.substring(end + EMPTY_LINE.length()));
        return new ProofText(List.of(text.substring(0, end).split("\n", -1)), SignedCheckpoint.parse(note));
    }

    /** The hashes from this line of the head on. */
    List<Hash> hashes(int from) throws Malformed {
        if (head.size() - from > Limits.PROOF_HASHES) {
            throw new Malformed(Malformation.PROOF_TOO_LONG);
        }
        List<Hash> hashes = new ArrayList<>();
        for (String line : head.subList(from, head.size())) {
            hashes.add(Hash.parse(line));
        }
        return hashes;
    }

    static byte[] bytes(String head, List<Hash> hashes, SignedCheckpoint checkpoint) {
        StringBuilder text = new StringBuilder(head);
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return StrictText.joined(StrictText.utf8(text.append('\n').toString()), checkpoint.bytes());
    }
}

package nl.sluiswachter.console.work;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluiswachter.kernel.crypto.PayloadCipher;

/**
 * Files of work, in pieces: one of any length takes the memory of one piece. Each piece is sealed for its work, its officer and its
 * place in the file, and how many there are stands in the sealed result; so none can be put elsewhere or left out.
 */
final class SealedFiles {

    private static final String LABEL = "console file";

    private final WorkPieces pieces;
    private final PayloadCipher cipher;

    SealedFiles(WorkPieces pieces, PayloadCipher cipher) {
        this.pieces = pieces;
        this.cipher = cipher;
    }

    /**
     * Keeps what is written.
     *
     * @return how many pieces it has
     * @throws TooLarge when there would be more than {@link WorkPieces#MOST}
     */
    int keep(UUID work, byte[] officer, Steps.Content content) throws IOException {
        int[] number = {0};
        try (OutputStream file = new PieceStream(piece -> add(work, officer, number[0]++, piece))) {
            content.writeTo(file);
        }
        return number[0];
    }

    private void add(UUID work, byte[] officer, int number, byte[] piece) {
        if (number >= WorkPieces.MOST) {
            throw new TooLarge();
        }
        pieces.add(work, number, cipher.seal(envelope(work, officer, number), piece));
    }

    /** Reads a file of so many pieces; it breaks off at one that is gone or does not open. */
    InputStream read(UUID work, byte[] officer, int count) {
        Iterator<InputStream> each = IntStream.range(0, count)
                .mapToObj(number -> (InputStream) new ByteArrayInputStream(piece(work, officer, number)))
                .iterator();
        return new SequenceInputStream(lazily(each));
    }

    /** Whether there is no room for another. */
    boolean isFull() {
        return pieces.areMost();
    }

    void forget(UUID work) {
        pieces.forget(work);
    }

    private byte[] piece(UUID work, byte[] officer, int number) {
        return pieces.find(work, number)
                .map(kept -> cipher.open(envelope(work, officer, number), kept))
                .orElseThrow(() -> new IllegalStateException("A piece of a file is gone"));
    }

    private static Enumeration<InputStream> lazily(Iterator<InputStream> each) {
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return each.next();
            }
        };
    }

    private static List<String> envelope(UUID work, byte[] officer, int number) {
        return List.of(LABEL, work.toString(), HexFormat.of().formatHex(officer), Integer.toString(number));
    }
}

package nl.sluiswachter.console.work;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts what is written into pieces; the last one when it is closed. */
final class PieceStream extends OutputStream {

    /** Of one piece, in bytes. */
    static final int SIZE = 1024 * 1024;

    private final Consumer<byte[]> pieces;
    private final byte[] piece = new byte[SIZE];
    private int filled;

    PieceStream(Consumer<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int at = 0; at < length; ) {
            int some = Math.min(length - at, SIZE - filled);
            System.arraycopy(bytes, offset + at, piece, filled, some);
            filled += some;
            at += some;
            if (filled == SIZE) {
                cut();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            cut();
        }
    }

    private void cut() {
        int length = filled;
        filled = 0;
        pieces.accept(Arrays.copyOf(piece, length));
    }
}

package nl.sluiswachter.verifier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An answer that has to be there whole within a time: who sends a byte a minute keeps nobody waiting for ever. */
final class TimelyBody extends FilterInputStream {

    private final Duration patience;
    private final CompletableFuture<Void> alarm;
    private volatile boolean overdue;

    TimelyBody(InputStream body, Duration patience) {
        super(body);
        this.patience = patience;
        this.alarm = CompletableFuture.runAsync(
                this::giveUp, CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int count = super.read(target, offset, length);
            if (!overdue) {
                return count;
            }
        } catch (IOException e) {
            if (!overdue) {
                throw e;
            }
        }
        throw new Unreadable("The address did not send its answer within " + patience.toSeconds() + " seconds.");
    }

    @Override
    public void close() throws IOException {
        alarm.cancel(false);
        super.close();
    }

    private void giveUp() {
        overdue = true;
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

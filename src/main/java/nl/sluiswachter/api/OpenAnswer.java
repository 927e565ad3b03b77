package nl.sluiswachter.api;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * An answer that the container alone ends, when all went well. Camel closes what it writes to also where it breaks off in the
 * middle, and then a part would look like the whole.
 */
final class OpenAnswer extends HttpServletResponseWrapper {

    OpenAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return new Open(super.getOutputStream());
    }

    /** Passes all on but the end. */
    private static final class Open extends ServletOutputStream {

        private final ServletOutputStream body;

        private Open(ServletOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int one) throws IOException {
            body.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            body.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            body.flush();
        }

        @Override
        public void close() {
            // the container does
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            body.setWriteListener(listener);
        }
    }
}

package nl.sluiswachter.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;

/**
 * A form with a file (RFC 7578), read from a body that is in memory already: nothing of it comes on a disk.
 *
 * @param texts members like those of any other form
 * @param files the content of each file, by the name of its field
 */
record MultipartForm(Map<String, List<String>> texts, Map<String, byte[]> files) {

    /** Most parts of a form. */
    static final int MOST = 20;

    /** @throws IllegalArgumentException when the body is no such form, or one of too many parts */
    static MultipartForm read(String contentType, byte[] body) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new Sent(contentType, body));
            for (int count = 1; parts.hasNext(); count++) {
                take(parts.next(), count, texts, files);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The body is no form", e);
        }
        return new MultipartForm(texts, files);
    }

    private static void take(FileItemStream part, int count, Map<String, List<String>> texts, Map<String, byte[]> files)
            throws IOException {
        String name = part.getFieldName();
        if (count > MOST || name == null) {
            throw new IllegalArgumentException("The form has too many parts, or one without a name");
        }
        byte[] content;
        try (InputStream in = part.openStream()) {
            content = in.readAllBytes();
        }
        if (part.isFormField()) {
            texts.computeIfAbsent(name, key -> new ArrayList<>()).add(new String(content, StandardCharsets.UTF_8));
        } else {
            files.put(name, content);
        }
    }

    private record Sent(String contentType, byte[] body) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public long contentLength() {
            return body.length;
        }
    }
}

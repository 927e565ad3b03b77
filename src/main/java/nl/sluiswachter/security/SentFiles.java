package nl.sluiswachter.security;

import jakarta.servlet.ServletRequest;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a form that was sent to the console, together no larger than {@code sluiswachter.limits.body}.
 *
 * @param contents by the name of their field
 */
public record SentFiles(Map<String, byte[]> contents) {

    private static final String ATTRIBUTE = SentFiles.class.getName();

    /** The content of the file in this field; empty when none was chosen. */
    public static Optional<byte[]> find(ServletRequest request, String field) {
        return Optional.ofNullable((SentFiles) request.getAttribute(ATTRIBUTE))
                .map(files -> files.contents().get(field))
                .filter(content -> content.length > 0);
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}

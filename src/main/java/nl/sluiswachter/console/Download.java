package nl.sluiswachter.console;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A file that is kept and not opened in the browser. */
public final class Download {

    private Download() {}

    /**
     * @param name of the file, in plain letters
     * @param type its media type
     */
    public static <T> ResponseEntity<T> of(String name, String type, T content) {
        ContentDisposition kept = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, kept.toString())
                .body(content);
    }

    /** The lines of a {@link Spreadsheet}. */
    public static ResponseEntity<byte[]> table(String name, Stream<String> lines) {
        String text = lines.collect(Collectors.joining());
        return of(name, "text/csv;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }
}

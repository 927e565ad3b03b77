package nl.sluiswachter.console.sharing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How the picture looks, for the file that must carry it. The page links to the same stylesheet. */
record PictureStyle(String text) {

    private static final String SHEET = "/console/assets/picture.css";

    static PictureStyle read() {
        try (InputStream sheet = PictureStyle.class.getResourceAsStream(SHEET)) {
            return new PictureStyle(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

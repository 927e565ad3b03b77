package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueZipTest {

    private static final CatalogueFiles FILES = CatalogueFiles.in(Path.of("src/main/resources/catalogue"));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);

    private CatalogueZipTest with(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    private CatalogueZipTest with(String name) throws IOException {
        return with(name, "a: 1".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] zip() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    @Test
    void givesBackWhatWasPutIn() {
        assertThat(CatalogueZip.read(CatalogueZip.of(FILES))).isEqualTo(FILES);
    }

    @Test
    void readsACatalogueInAFolderAndPassesOverWhatIsNoRule() throws IOException {
        byte[] zip = with("my rules/catalogue/articles.yaml")
                .with("my rules/catalogue/types/A.yaml")
                .with("my rules/catalogue/README.md")
                .with("__MACOSX/my rules/catalogue/._articles.yaml")
                .with("my rules/catalogue/.hidden.yaml")
                .zip();

        assertThat(CatalogueZip.read(zip).texts()).containsOnlyKeys("articles.yaml", "types/A.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../articles.yaml",
                "types/../../x.yaml",
                "/etc/x.yaml",
                "C:\\x.yaml",
                "types\\x.yaml",
                "a/<script>.yaml",
                "a\u0000b.yaml",
                "a\u202Eb.yaml",
                "a/b/c/d/e/f/g/h/i/j/k.yaml"
            })
    void refusesANameThatIsNoPlainPathAndDoesNotRepeatIt(String name) throws IOException {
        byte[] zip = with("articles.yaml").with(name).zip();

        assertThatThrownBy(() -> CatalogueZip.read(zip))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("entry 2 of the zip has a name")
                .hasMessageNotContaining(name);
    }

    @Test
    void refusesABombBeforeItIsUnpacked() throws IOException {
        byte[] zip = with("articles.yaml", new byte[64 * 1024 * 1024]).zip();
        assertThat(zip).hasSizeLessThan(100_000);

        assertThatThrownBy(() -> CatalogueZip.read(zip)).hasMessageContaining("more than 2048 kB unpacked");
    }

    @Test
    void countsWhatIsPassedOverToo() throws IOException {
        for (int i = 0; i < 3; i++) {
            with("picture" + i + ".png", new byte[CatalogueZip.MOST_BYTES / 2]);
        }
        byte[] zip = zip();

        assertThatThrownBy(() -> CatalogueZip.read(zip)).hasMessageContaining("more than 2048 kB unpacked");
    }

    @Test
    void takesExactlyAsMuchAsItSays() throws IOException {
        byte[] most = "#".repeat(CatalogueZip.MOST_BYTES).getBytes(StandardCharsets.UTF_8);

        assertThat(CatalogueZip.read(with("articles.yaml", most).zip()).texts()).hasSize(1);
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        for (int i = 0; i <= CatalogueZip.MOST_ENTRIES; i++) {
            with("types/T" + i + ".yaml");
        }
        byte[] zip = zip();

        assertThatThrownBy(() -> CatalogueZip.read(zip)).hasMessageContaining("more than 300 entries");
    }

    @Test
    void refusesAFileOutsideTheFolderAndTextThatIsNone() throws IOException {
        byte[] outside = with("rules/articles.yaml").with("other/ages.yaml").zip();
        assertThatThrownBy(() -> CatalogueZip.read(outside))
                .hasMessageContaining("other/ages.yaml: stands outside the folder");

        byte[] noText = new CatalogueZipTest()
                .with("articles.yaml", new byte[] {(byte) 0xff})
                .zip();
        assertThatThrownBy(() -> CatalogueZip.read(noText)).hasMessageContaining("articles.yaml: is no text in UTF-8");
    }

    @Test
    void refusesTheSameFileTwice() throws IOException {
        byte[] zip = with("articles.yaml").with("brticles.yaml").zip();
        String twice = new String(zip, StandardCharsets.ISO_8859_1).replace("brticles", "articles");

        assertThatThrownBy(() -> CatalogueZip.read(twice.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("articles.yaml: stands twice in the zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no zip", "PK\u0003\u0004 and nothing"})
    void refusesWhatIsNoZip(String content) {
        assertThatThrownBy(() -> CatalogueZip.read(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("cannot be read as a zip");
    }

    @Test
    void refusesAZipThatBreaksOffOrIsEncrypted() throws IOException {
        byte[] zip = CatalogueZip.of(FILES);
        byte[] half = Arrays.copyOf(zip, zip.length / 3);
        byte[] encrypted = zip.clone();
        encrypted[6] |= 1;

        assertThatThrownBy(() -> CatalogueZip.read(half)).hasMessageContaining("cannot be read as a zip");
        assertThatThrownBy(() -> CatalogueZip.read(encrypted)).hasMessageContaining("cannot be read as a zip");
    }
}

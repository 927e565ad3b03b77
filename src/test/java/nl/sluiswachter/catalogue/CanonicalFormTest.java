package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    private static final CatalogueFiles FILES = CatalogueFiles.in(Path.of("src/main/resources/catalogue"));

    private final CatalogueLoader loader = new CatalogueLoader();

    @Test
    void isReadBackAsTheSameCatalogue() {
        CanonicalForm form = loader.canonical(FILES);

        assertThat(loader.load(form.files())).isEqualTo(loader.load(FILES));
        assertThat(loader.canonical(form.files()).bytes()).isEqualTo(form.bytes());
    }

    @Test
    void isNotReadFromWhatIsNoCatalogue() {
        CanonicalForm form = new CanonicalForm("[]".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(form::files).isInstanceOf(CatalogueException.class);
    }
}

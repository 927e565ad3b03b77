package nl.sluiswachter.console.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluiswachter.api.ProblemException;
import org.junit.jupiter.api.Test;

/** Exports leave places at the door to others. */
class ExportPlacesTest {

    private final ExportPlaces places = new ExportPlaces();
    private final AtomicInteger written = new AtomicInteger();

    @Test
    void takesNoMoreThanItsShareAndGivesEveryPlaceBack() throws IOException {
        nested(ExportPlaces.MOST, () -> assertThatThrownBy(() -> places.take(written::incrementAndGet))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        full -> assertThat(full.problem().status()).isEqualTo(503)));
        assertThat(written).hasValue(0);

        nested(ExportPlaces.MOST - 1, () -> places.take(written::incrementAndGet));
        assertThat(written).hasValue(1);
    }

    @Test
    void givesThePlaceBackOfAnExportThatBrokeOff() throws IOException {
        for (int i = 0; i < ExportPlaces.MOST; i++) {
            assertThatThrownBy(() -> places.take(() -> {
                        throw new IOException("broke off");
                    }))
                    .isInstanceOf(IOException.class);
        }

        places.take(written::incrementAndGet);
        assertThat(written).hasValue(1);
    }

    /** So many at the same time, and this beside them. */
    private void nested(int number, ExportPlaces.Export last) throws IOException {
        if (number == 0) {
            last.write();
        } else {
            places.take(() -> nested(number - 1, last));
        }
    }
}

package nl.sluiswachter.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.kernel.crypto.TimeStampRefused;
import nl.sluiswachter.kernel.crypto.TimeStamps;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.timestamp.Stamping;
import nl.sluiswachter.verifier.Kept;

/** What somebody kept of the log in files. */
final class KeptFiles {

    private KeptFiles() {}

    /** A checkpoint; or of a folder with an export that was kept, its own and those that witnesses cosigned. */
    static List<Kept> of(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(new Kept.Signed(VerifyWords.file(place)));
        }
        Stream<Path> months = IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> place.resolve("witnessed/" + number))
                .takeWhile(Files::exists);
        List<Path> files = new ArrayList<>(List.of(place.resolve("checkpoint")));
        Stream.concat(Stream.of(place.resolve("witnessed-checkpoint")).filter(Files::exists), months)
                .forEach(files::add);
        return files.stream()
                .<Kept>map(file -> new Kept.Signed(VerifyWords.file(file)))
                .toList();
    }

    /** A checkpoint and what a time-stamp authority said of it; whether the log signed it is not looked at. */
    static Kept stamped(byte[] note, byte[] token, byte[] authorities) {
        try {
            return new Kept.Signed(note, Optional.of(at(note, token, authorities)));
        } catch (TimeStampRefused e) {
            throw new Misuse(e.getMessage());
        }
    }

    /**
     * When an authority saw a checkpoint.
     *
     * @param authorities certificates, PEM
     * @throws TimeStampRefused when it did not, or is none of these
     */
    static Instant at(byte[] note, byte[] token, byte[] authorities) throws TimeStampRefused {
        try {
            return new TimeStamps(Pem.certificates(authorities))
                    .check(token, Stamping.hash(SignedCheckpoint.parse(note).checkpoint()))
                    .at();
        } catch (GeneralSecurityException e) {
            throw new Misuse("The file of --tsa cannot be read as certificates in PEM.");
        } catch (Malformed e) {
            throw new Misuse("The checkpoint with a time stamp cannot be read: " + e.getMessage());
        }
    }
}

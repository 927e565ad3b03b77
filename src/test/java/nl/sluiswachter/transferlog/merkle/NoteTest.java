package nl.sluiswachter.transferlog.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the published keys and notes of C2SP signed-note and of Go's sumdb/note. */
class NoteTest {
    private static final String PETER_SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String PETER_LINE = "— PeterNeumann "
            + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH_LINE = "— EnochRoot "
            + "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    @Test
    void signsTheNoteOfTheReferenceByteForByte() throws Malformed {
        SignerKey key = SignerKey.parse(PETER_SIGNER);

        assertThat(key.verifierKey().text()).isEqualTo(PETER);
        assertThat(key.text()).isEqualTo(PETER_SIGNER);
        assertThat(key.toString()).doesNotContain("AYEK");
        assertThat(Note.sign(TEXT, List.of(new Ed25519Signer(key))).bytes())
                .isEqualTo((TEXT + "\n" + PETER_LINE).getBytes(UTF_8));
    }

    @Test
    void verifiesTheExampleOfTheSpecification() throws Malformed {
        Note note = note("This is an example message.\n\n— example.com/foo "
                + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");

        assertThat(note.check(
                        List.of(verifier("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"))))
                .isEqualTo(new NoteCheck.Verified(note.signatures()));
        assertThat(note.text()).isEqualTo("This is an example message.\n");
    }

    @Test
    void countsOnlyKnownKeys() throws Malformed {
        Note note = note(TEXT + "\n" + PETER_LINE + ENOCH_LINE);

        assertThat(note.check(List.of(verifier(PETER))))
                .isEqualTo(new NoteCheck.Verified(note.signatures().subList(0, 1)));
        assertThat(note.check(List.of(verifier(ENOCH), verifier(PETER))))
                .isEqualTo(new NoteCheck.Verified(note.signatures()));
        assertThat(note.check(List.of())).isEqualTo(new NoteCheck.Unknown());
        assertThat(note.check(List.of(SomeLog.verifier(SomeLog.LOG_KEY)))).isEqualTo(new NoteCheck.Unknown());
    }

    @Test
    void isSpoiltByAWrongSignatureOfAKnownKey() throws Malformed {
        Note note = note(TEXT.replace("answer", "question") + "\n" + PETER_LINE + ENOCH_LINE);

        assertThat(note.check(List.of(verifier(PETER), verifier(ENOCH))))
                .isEqualTo(new NoteCheck.Forged(verifier(PETER).key()));
    }

    @Test
    void keepsEmptyLinesInsideTheText() throws Malformed {
        Note note = note("a\n\nb\n\n\n" + PETER_LINE);

        assertThat(note.text()).isEqualTo("a\n\nb\n\n");
        assertThat(note(new String(note.bytes(), UTF_8))).isEqualTo(note);
    }

    @Test
    void refusesEveryMangledKey() {
        for (String key : List.of(PETER, PETER_SIGNER)) {
            for (int i = 0; i < key.length(); i++) {
                String changed = key.substring(0, i) + (char) (key.charAt(i) + 1) + key.substring(i + 1);
                String shorter = key.substring(0, i);
                String later = key.substring(i + 1);
                for (String mangled : List.of(changed, shorter, later)) {
                    assertThatThrownBy(() -> read(mangled)).isInstanceOf(Malformed.class);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void refusesKeysOfAnotherLengthOrType(String key) {
        assertThatThrownBy(() -> verifier(key)).isInstanceOf(Malformed.class);
    }

    @Test
    void takesASignatureTypeFromOutside() throws Malformed {
        SignatureType another = new SignatureType() {
            @Override
            public byte number() {
                return 0x06;
            }

            @Override
            public NoteVerifier verifier(VerifierKey key) {
                return SomeLog.verifier(SomeLog.LOG_KEY);
            }
        };
        VerifierKey key = VerifierKey.of("pq.example", (byte) 6, new byte[1312]);

        assertThat(VerifierKey.parse(key.text()).verifier(List.of(Ed25519.NOTE, another)))
                .isEqualTo(SomeLog.verifier(SomeLog.LOG_KEY));
    }

    @Test
    void refusesToWriteWhatCannotBeReadBack() {
        assertThatThrownBy(() -> new Note("no newline", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Note.sign("a\tb\n", List.of(SomeLog.SIGNER))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Note.sign("a\n", List.of())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Note.sign("a\ud800\n", List.of(SomeLog.SIGNER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Object read(String key) throws Malformed {
        return key.startsWith("PRIVATE+") ? SignerKey.parse(key) : verifier(key);
    }

    private static Note note(String text) throws Malformed {
        return Note.parse(text.getBytes(UTF_8));
    }

    private static NoteVerifier verifier(String key) throws Malformed {
        return VerifierKey.parse(key).verifier(Ed25519.types());
    }
}

package nl.sluiswachter.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of a catalogue as one zip, perhaps in a folder of it. It is read in memory, entry after entry, and what the zip says of
 * its own sizes is not believed: bytes are counted as they come out.
 */
public final class CatalogueZip {

    /** Most entries, of whatever kind. */
    public static final int MOST_ENTRIES = 300;

    /** Most bytes of all entries together, unpacked. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final String NO_ZIP = "the file cannot be read as a zip";
    private static final String FIRST = "articles.yaml";
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9_. -]{0,99}/){0,8}[A-Za-z0-9._-]{1,100}");

    private CatalogueZip() {}

    /**
     * The YAML files in it; anything else is passed over.
     *
     * @throws CatalogueException when it is no zip, too large, or has a name that is no plain path in it
     */
    public static CatalogueFiles read(byte[] zip) {
        SortedMap<String, String> texts = new TreeMap<>();
        int entries = 0;
        int left = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readNBytes(left + 1);
                left -= content.length;
                refuseTooMuch(++entries, left);
                if (isRules(entry)) {
                    keep(entries, entry.getName(), content, texts);
                }
            }
        } catch (IOException | IllegalArgumentException e) { // a name that is no UTF-8
            throw refused(NO_ZIP);
        }
        if (entries == 0) {
            throw refused(NO_ZIP);
        }
        return new CatalogueFiles(below(texts));
    }

    private static void refuseTooMuch(int entries, int left) {
        if (entries > MOST_ENTRIES) {
            throw refused("the zip has more than " + MOST_ENTRIES + " entries");
        }
        if (left < 0) {
            throw refused("the zip has more than " + MOST_BYTES / 1024 + " kB unpacked");
        }
    }

    /** What file systems leave behind begins with a point. */
    private static boolean isRules(ZipEntry entry) {
        String name = entry.getName();
        boolean hidden = name.substring(name.lastIndexOf('/') + 1).startsWith(".");
        return !entry.isDirectory() && name.endsWith(".yaml") && !hidden;
    }

    private static void keep(int number, String name, byte[] content, SortedMap<String, String> texts) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw refused("entry " + number + " of the zip has a name that is no plain path of letters and digits");
        }
        if (texts.put(name, text(name, content)) != null) {
            throw refused(name + ": stands twice in the zip");
        }
    }

    private static String text(String name, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(name + ": is no text in UTF-8");
        }
    }

    /** Below the folder that the catalogue stands in. */
    private static SortedMap<String, String> below(SortedMap<String, String> texts) {
        String folder = texts.keySet().stream()
                .filter(name -> name.equals(FIRST) || name.endsWith("/" + FIRST))
                .findFirst()
                .map(name -> name.substring(0, name.length() - FIRST.length()))
                .orElse("");
        SortedMap<String, String> found = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (!name.startsWith(folder)) {
                throw refused(name + ": stands outside the folder of " + FIRST);
            }
            found.put(name.substring(folder.length()), text);
        });
        return found;
    }

    /** Names are told that were found plain. */
    private static CatalogueException refused(String fault) {
        return new CatalogueException(List.of(fault));
    }

    /** These files as a zip. */
    public static byte[] of(CatalogueFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.texts().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A zip can always be written to memory", e);
        }
        return bytes.toByteArray();
    }
}

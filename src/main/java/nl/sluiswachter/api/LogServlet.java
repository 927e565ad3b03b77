package nl.sluiswachter.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.tree.BundleTable;
import nl.sluiswachter.transferlog.tree.TileTable;

/**
 * The public side of the transfer log, to anybody and from any web page: heads, and tiles and leaves as C2SP tlog-tiles has
 * them. Holds hashes and places only.
 */
public final class LogServlet extends HttpServlet {

    /** Everything below it. */
    public static final String PATH = "/log/*";

    private static final long serialVersionUID = 1L;
    private static final String BUNDLES = "entries/";

    private final transient LogHeads heads;
    private final transient TileTable tiles;
    private final transient BundleTable bundles;

    public LogServlet(LogHeads heads, TileTable tiles, BundleTable bundles) {
        this.heads = heads;
        this.tiles = tiles;
        this.bundles = bundles;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        String path = Objects.toString(request.getPathInfo(), "");
        Optional<LogHeads.Part> head = heads.find(path);
        if (head.isPresent()) {
            send(response, head.get().type(), "no-cache", head.get().bytes());
        } else {
            send(response, "application/octet-stream", "public, max-age=31536000, immutable", part(path));
        }
    }

    /** What never changes once it is published. */
    private byte[] part(String path) {
        try {
            if (path.startsWith("/tile/" + BUNDLES)) {
                return bundle(path.substring("/tile/".length() + BUNDLES.length()));
            }
            if (path.startsWith("/" + BUNDLES)) {
                return bundle(path.substring(1 + BUNDLES.length()));
            }
            if (path.startsWith("/tile/")) {
                return tile(TileAddress.parse(path.substring(1)));
            }
        } catch (Malformed e) {
            throw notFound("A part of the log has an address as C2SP tlog-tiles writes it, for example"
                    + " /log/tile/0/000.p/7 or /log/entries/000.p/7.");
        } catch (MissingTile e) {
            throw notFound("The log is not so large; its checkpoint says how large it is.");
        }
        throw notFound(
                "The log has /log/checkpoint, /log/witnessed-checkpoint, /log/timestamps, /log/key, /log/tile/... and /log/entries/...");
    }

    private byte[] tile(TileAddress address) {
        Tile stored = tiles.read(List.of(address)).get(0);
        byte[] bytes = stored.bytes();
        return bytes.length == address.bytes() ? bytes : Arrays.copyOf(bytes, address.bytes());
    }

    private byte[] bundle(String place) throws Malformed {
        Optional<byte[]> found = bundles.find(BundleAddress.parse("tile/" + BUNDLES + place));
        return found.orElseThrow(() -> notFound("The log is not so large; its checkpoint says how large it is."));
    }

    private static void send(HttpServletResponse response, String type, String caching, byte[] bytes)
            throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", caching);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(404, "NOT_FOUND", "Not found", detail));
    }
}

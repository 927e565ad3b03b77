package nl.sluiswachter.console.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.session.SealedSessions;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.kernel.crypto.PayloadTampered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps what somebody sent and was not taken, because they had to sign in first or something is wrong with it: for an hour,
 * sealed for them and for the page of the form. Found by a keyed hash of both, and what was wrong by a mark of the session too: the
 * table tells nobody who filled in what.
 */
public final class KeptForms {

    /** How long, and how long after its end a session is still known by its cookie. */
    static final Duration KEEP = SealedSessions.REMEMBERED;

    /** The longest content; what is longer is not kept. */
    static final int MOST_BYTES = 400_000;

    /** Says in an address that the page is to have what was filled in on it and not taken. */
    public static final String NOT_TAKEN = "kept";

    private static final String LABEL = "kept form";
    private static final String FLAG = "kept-forms";
    private static final String FLAG_NOT_TAKEN = "kept-not-taken";
    private static final String GAP = " ";

    /** Pages of which one session knows at its end that a form of them is kept. */
    private static final int MOST_PAGES = 20;

    private static final String TOKEN = "_csrf";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Logger LOG = LoggerFactory.getLogger(KeptForms.class);

    private final KeptFormTable table;
    private final PayloadCipher cipher;
    private final Clock clock;

    KeptForms(KeptFormTable table, PayloadCipher cipher, Clock clock) {
        this.table = table;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Keeps the form of this request.
     *
     * @param officer id of who sent it
     * @return address of the page it came from
     */
    String keep(String officer, HttpServletRequest request) {
        String address = Destination.ofForm(request);
        KeptForm form =
                new KeptForm(request.getServletPath(), address.split("\\?", 2)[0], filledIn(request), Map.of(), "");
        if (save(key(officer, form.page()), form)) {
            flag(request);
        }
        return address;
    }

    /**
     * Keeps the form of this request, whose answer says what is wrong with it, for this session alone: who goes on in the other
     * language finds both there.
     *
     * @param errors as keys, which every language has words for
     */
    void keepNotTaken(String officer, HttpServletRequest request, FormErrors errors) {
        String page = Destination.page(request.getServletPath());
        KeptForm form =
                new KeptForm(request.getServletPath(), page, filledIn(request), errors.keys(), errors.because());
        HttpSession session = request.getSession(false);
        if (session == null || form.values().isEmpty() && errors.isEmpty()) {
            return;
        }
        List<String> known = notTaken(session);
        String mark = known.isEmpty() ? UUID.randomUUID().toString() : known.get(0);
        if (save(notTaken(officer, page, mark), form)) {
            Stream<String> pages = Stream.concat(Stream.of(page), known.stream().skip(1));
            session.setAttribute(
                    FLAG_NOT_TAKEN,
                    Stream.concat(Stream.of(mark), pages.distinct().limit(MOST_PAGES))
                            .collect(Collectors.joining(GAP)));
        }
    }

    /** What the session calls its own, and of which pages it kept forms; empty when it kept none. */
    private static List<String> notTaken(HttpSession session) {
        return session != null && session.getAttribute(FLAG_NOT_TAKEN) instanceof String text
                ? List.of(text.split(GAP))
                : List.of();
    }

    private static Map<String, List<String>> filledIn(HttpServletRequest request) {
        Map<String, List<String>> values = new TreeMap<>();
        request.getParameterMap().forEach((name, texts) -> values.put(name, Arrays.asList(texts)));
        values.remove(TOKEN);
        return values;
    }

    private boolean save(byte[] key, KeptForm form) {
        byte[] content = written(form);
        boolean kept = content.length <= MOST_BYTES;
        if (kept) {
            table.save(key, clock.instant().plus(KEEP), cipher.seal(envelope(key), content), clock.instant());
        }
        return kept;
    }

    /** What waits for the officer on the page that this request asks for. */
    Optional<KeptForm> waiting(String officer, HttpServletRequest request) {
        String page = request.getServletPath();
        Optional<KeptForm> notTaken = request.getParameter(NOT_TAKEN) == null
                ? Optional.empty()
                : mark(request).flatMap(mark -> find(notTaken(officer, page, mark)));
        return notTaken.or(() -> areKept(request) ? find(key(officer, page)) : Optional.empty());
    }

    private Optional<KeptForm> find(byte[] key) {
        return table.find(key, clock.instant()).flatMap(row -> opened(key, row));
    }

    /** The form was sent after all. */
    void forget(String officer, HttpServletRequest request) {
        table.delete(key(officer, Destination.ofForm(request).split("\\?", 2)[0]));
    }

    /** What was wrong with it is mended, and it was taken. */
    void forgetNotTaken(String officer, HttpServletRequest request) {
        String page = Destination.page(request.getServletPath());
        mark(request).ifPresent(mark -> table.delete(notTaken(officer, page, mark)));
    }

    /** The session ends: nobody comes back to what was wrong in it. */
    void forgetNotTaken(String officer, HttpSession session) {
        List<String> known = notTaken(session);
        try {
            known.stream().skip(1).forEach(page -> table.delete(notTaken(officer, page, known.get(0))));
        } catch (DataAccessException e) { // no reason to stay signed in: it goes within the hour
            LOG.warn("A form that was not taken could not be forgotten at the end of its session");
        }
    }

    private static Optional<String> mark(HttpServletRequest request) {
        return notTaken(request.getSession(false)).stream().findFirst();
    }

    /**
     * Somebody signed in and goes to this address: if a form is kept there, their session says so from now on. Nobody else's pages
     * ask for any.
     */
    void flag(String officer, String address, HttpServletRequest request) {
        if (find(key(officer, address.split("\\?", 2)[0])).isPresent()) {
            flag(request);
        }
    }

    private static void flag(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.setAttribute(FLAG, "yes"));
    }

    boolean areKept(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(FLAG) != null;
    }

    private Optional<KeptForm> opened(byte[] key, PayloadCipher.Sealed sealed) {
        try {
            return Optional.of(JSON.readValue(cipher.open(envelope(key), sealed), KeptForm.class));
        } catch (PayloadTampered | IOException e) {
            LOG.warn("A form that was kept did not open; whoever sent it has to fill it in again");
            return Optional.empty();
        }
    }

    private static byte[] written(KeptForm form) {
        try {
            return JSON.writeValueAsBytes(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written", e);
        }
    }

    private byte[] key(String officer, String page) {
        return cipher.check(LABEL + '\n' + officer + '\n' + page);
    }

    /** No path of a page has a question mark. */
    private byte[] notTaken(String officer, String page, String mark) {
        return key(officer, page + '?' + NOT_TAKEN + '=' + mark);
    }

    private static List<String> envelope(byte[] key) {
        return List.of(LABEL, HexFormat.of().formatHex(key));
    }
}

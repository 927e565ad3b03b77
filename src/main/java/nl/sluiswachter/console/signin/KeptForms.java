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
    private static final String MARK = "kept-not-taken";
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
        if (save(key(officer, form.page()), Optional.empty(), form)) {
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
        if (!form.values().isEmpty() || !errors.isEmpty()) {
            mark(request.getSession(false))
                    .ifPresent(mark -> save(notTaken(officer, page, mark), Optional.of(session(mark)), form));
        }
    }

    /**
     * Somebody signed in: gives their session what it calls its own. Whoever made that only for the first form would make two where
     * two are sent at once, and find one of them no more.
     */
    static void begin(HttpSession session) {
        if (mark(session).isEmpty()) {
            session.setAttribute(MARK, UUID.randomUUID().toString());
        }
    }

    private static Optional<String> mark(HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(MARK));
    }

    private static Map<String, List<String>> filledIn(HttpServletRequest request) {
        Map<String, List<String>> values = new TreeMap<>();
        request.getParameterMap().forEach((name, texts) -> values.put(name, Arrays.asList(texts)));
        values.remove(TOKEN);
        return values;
    }

    private boolean save(byte[] key, Optional<byte[]> session, KeptForm form) {
        byte[] content = written(form);
        boolean kept = content.length <= MOST_BYTES;
        if (kept) {
            table.save(key, session, clock.instant().plus(KEEP), cipher.seal(envelope(key), content), clock.instant());
        }
        return kept;
    }

    /** What waits for the officer on the page that this request asks for. */
    Optional<KeptForm> waiting(String officer, HttpServletRequest request) {
        String page = request.getServletPath();
        Optional<KeptForm> notTaken = request.getParameter(NOT_TAKEN) == null
                ? Optional.empty()
                : mark(request.getSession(false)).flatMap(mark -> find(notTaken(officer, page, mark)));
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
        mark(request.getSession(false)).ifPresent(mark -> table.delete(notTaken(officer, page, mark)));
    }

    /** The session ends: nobody comes back to what was wrong in it. */
    void forgetNotTaken(HttpSession session) {
        try {
            mark(session).ifPresent(mark -> table.deleteAll(session(mark)));
        } catch (DataAccessException e) { // no reason to stay signed in: it goes within the hour
            LOG.warn("A form that was not taken could not be forgotten at the end of its session");
        }
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

    /** No id of an officer is empty. */
    private byte[] session(String mark) {
        return cipher.check(LABEL + "\n\n" + mark);
    }

    private static List<String> envelope(byte[] key) {
        return List.of(LABEL, HexFormat.of().formatHex(key));
    }
}

package nl.sluiswachter.console.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.kernel.crypto.PayloadTampered;
import nl.sluiswachter.kernel.crypto.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/**
 * Keeps sessions in the database, so that any node can answer. The id in the cookie is not in the table, only its hash, and the
 * content, texts and maps of texts, is sealed for that hash. What does not open is no session.
 */
public final class SealedSessions implements SessionRepository<ConsoleSession> {

    /** How old the last use in the table may be, so that not every page is a write. */
    static final Duration STALE = Duration.ofSeconds(30);

    /** How long a session that is over is kept, so that a form which its officer sends then is not lost. */
    public static final Duration REMEMBERED = Duration.ofHours(1);

    /** Attribute of who signed in. */
    public static final String OFFICER = "officer";

    private static final String LABEL = "console session";
    private static final Logger LOG = LoggerFactory.getLogger(SealedSessions.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SessionTable table;
    private final PayloadCipher cipher;
    private final Clock clock;
    private final Duration idle;

    /** @param idle how long a session lives without being used */
    SealedSessions(SessionTable table, PayloadCipher cipher, Clock clock, Duration idle) {
        this.table = table;
        this.cipher = cipher;
        this.clock = clock;
        this.idle = idle;
    }

    @Override
    public ConsoleSession createSession() {
        MapSession fresh = new MapSession();
        Instant now = clock.instant();
        fresh.setCreationTime(now);
        fresh.setLastAccessedTime(now);
        fresh.setMaxInactiveInterval(idle);
        return new ConsoleSession(fresh, null);
    }

    /**
     * Whoever begins a session clears away what is over. One that was ended while it was used stays ended, and one in which nobody
     * signed in never begins: else anybody could fill the table.
     */
    @Override
    public void save(ConsoleSession session) {
        if (session.isNew() && session.getAttribute(OFFICER) == null) {
            return;
        }
        boolean moved = !session.getId().equals(session.writtenId());
        if (moved && !table.delete(hash(session.writtenId())) && !session.isNew()) {
            return;
        }
        byte[] hash = hash(session.getId());
        Instant used = session.getLastAccessedTime();
        SessionTable.Use use = new SessionTable.Use(used, used.plus(idle));
        if (session.isNew()) {
            table.sweep(used.minus(REMEMBERED));
        }
        if (session.isNew() || moved) {
            table.add(hash, use, cipher.seal(envelope(hash), content(session)));
        } else if (session.isChanged()) {
            table.change(hash, use, cipher.seal(envelope(hash), content(session)));
        } else if (session.isStale(STALE)) {
            table.touch(hash, use);
        } else {
            return;
        }
        session.wasWritten();
    }

    @Override
    public ConsoleSession findById(String id) {
        byte[] hash = hash(id);
        return table.find(hash, clock.instant())
                .map(row -> opened(id, hash, row))
                .orElse(null);
    }

    /**
     * What a session held that has ended because nobody used it; empty when it was ended on purpose or lies longer back.
     *
     * @param since how long ago it may have ended, at most {@link #REMEMBERED}
     */
    public Optional<Map<String, Object>> over(String id, Duration since) {
        byte[] hash = hash(id);
        return table.find(hash, clock.instant().minus(since)).flatMap(row -> content(hash, row));
    }

    @Override
    public void deleteById(String id) {
        table.delete(hash(id));
    }

    private ConsoleSession opened(String id, byte[] hash, SessionTable.Row row) {
        Optional<Map<String, Object>> content = content(hash, row);
        if (content.isEmpty()) {
            return null;
        }
        MapSession session = new MapSession(id);
        session.setCreationTime(row.lastUsed());
        session.setLastAccessedTime(row.lastUsed());
        session.setMaxInactiveInterval(idle);
        content.get().forEach(session::setAttribute);
        return new ConsoleSession(session, row.lastUsed());
    }

    @SuppressWarnings("unchecked")
    private Optional<Map<String, Object>> content(byte[] hash, SessionTable.Row row) {
        try {
            return Optional.of(JSON.readValue(cipher.open(envelope(hash), row.sealed()), TreeMap.class));
        } catch (PayloadTampered | IOException e) {
            LOG.warn("A session of the console did not open; whoever had it has to sign in again");
            return Optional.empty();
        }
    }

    private static byte[] content(ConsoleSession session) {
        Map<String, Object> attributes = new TreeMap<>();
        session.getAttributeNames().forEach(name -> attributes.put(name, session.getAttribute(name)));
        try {
            return JSON.writeValueAsBytes(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A session of the console holds what cannot be written", e);
        }
    }

    private static List<String> envelope(byte[] hash) {
        return List.of(LABEL, HexFormat.of().formatHex(hash));
    }

    private static byte[] hash(String id) {
        return Sha256.of(id.getBytes(StandardCharsets.UTF_8));
    }
}

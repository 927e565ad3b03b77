package nl.sluiswachter.acceptance;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import nl.sluiswachter.console.session.SealedSessions;
import nl.sluiswachter.kernel.crypto.Sha256;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Lets time pass for a session of the console, and for nothing else. */
final class Sessions {

    private static final String COOKIE = "__Host-sluiswachter";
    private static final String OFFICER = "officer";

    private Sessions() {}

    /** Whoever is signed in there did that so long ago. */
    static void signedInLongAgo(Browser browser, Duration ago) {
        change(browser, "signedInAt", Instant.now().minus(ago).toString());
    }

    /** Whoever is signed in there is so since then, however often it was used. */
    static void begunLongAgo(Browser browser, Duration ago) {
        change(browser, "begun", Instant.now().minus(ago).toString());
    }

    /** A request that changes the session has begun; what comes back is its end. */
    static Runnable underWay(Browser browser) {
        Session session = all().findById(id(browser));
        session.setAttribute("of-a-slow-request", "yes");
        return () -> all().save(session);
    }

    /** Makes it a session that nobody used for so long. */
    static void usedLast(Browser browser, Duration ago) {
        Tables.asOwner()
                .sql("update console_session set last_used = now() - make_interval(secs => ?) where id_hash = ?")
                .params(ago.toSeconds(), hash(browser))
                .update();
    }

    /** When it was used last, as the other nodes know. */
    static Instant lastUse(Browser browser) {
        return Tables.asOwner()
                .sql("select last_used from console_session where id_hash = ?")
                .param(hash(browser))
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** The hash of a session in which nobody signed in. */
    static byte[] ofAStranger() {
        Session session = all().createSession();
        session.setAttribute("anything", "yes");
        all().save(session);
        return Sha256.of(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever is signed in there has these roles. */
    static void withRoles(Browser browser, String roles) {
        change(browser, "roles", roles);
    }

    /** It is that of somebody else. */
    static void belongsTo(Browser browser, String id) {
        change(browser, "id", id);
    }

    /** Whether the row is there, also when it is over. */
    static boolean isKept(byte[] hash) {
        return Tables.asOwner()
                .sql("select exists (select from console_session where id_hash = ?)")
                .param(hash)
                .query(Boolean.class)
                .single();
    }

    static byte[] hash(Browser browser) {
        return Sha256.of(id(browser).getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever is signed in there is called so. */
    static void named(Browser browser, String name) {
        change(browser, "name", name);
    }

    private static void change(Browser browser, String member, String value) {
        Session session = all().findById(id(browser));
        Map<String, String> texts = new TreeMap<>(session.<Map<String, String>>getAttribute(OFFICER));
        texts.put(member, value);
        session.setAttribute(OFFICER, texts);
        all().save(session);
    }

    /** Something that a page would keep there. */
    static void put(Browser browser, String name, String value) {
        Session session = all().findById(id(browser));
        session.setAttribute(name, value);
        all().save(session);
    }

    static String get(Browser browser, String name) {
        return all().findById(id(browser)).getAttribute(name);
    }

    @SuppressWarnings("unchecked")
    private static SessionRepository<Session> all() {
        return (SessionRepository<Session>)
                (SessionRepository<?>) RunningGateway.shared().bean(SealedSessions.class);
    }

    /** Nobody used it for so long that it is over, and for so much longer. */
    static void ended(Browser browser, Duration ago) {
        int changed = Tables.asOwner()
                .sql("update console_session set expires = now() - make_interval(secs => ?) where id_hash = ?")
                .params(ago.toSeconds(), hash(browser))
                .update();
        if (changed != 1) {
            throw new AssertionError("There is no such session");
        }
    }

    private static String id(Browser browser) {
        return new String(Base64.getDecoder().decode(browser.cookie(COOKIE)), StandardCharsets.UTF_8);
    }
}

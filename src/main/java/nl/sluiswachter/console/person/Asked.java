package nl.sluiswachter.console.person;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;

/**
 * A question about a person that stays in the session, so that its answer has an address that names nobody. Of the person it
 * keeps the keys, not what was typed.
 *
 * @param id part of the address
 * @param subject about whom
 * @param texts what else was asked
 */
public record Asked(UUID id, SubjectIdentity subject, Map<String, String> texts) {

    /** Questions that one session keeps: the oldest goes first. */
    public static final int MOST = 8;

    private static final String ATTRIBUTE = "asked";
    private static final String BSN = "subject.bsn";
    private static final String SET = "subject.set";

    public Asked {
        texts = Map.copyOf(texts);
    }

    /** A new question, kept from now on. */
    public static Asked keep(
            HttpServletRequest request, IdSource ids, SubjectIdentity subject, Map<String, String> texts) {
        Asked asked = new Asked(ids.next(), subject, texts);
        asked.keep(request);
        return asked;
    }

    /** The question with this id, when this session asked it and has not forgotten it. */
    public static Optional<Asked> find(HttpServletRequest request, UUID id) {
        return Optional.ofNullable(all(request.getSession(false)).get(id.toString()))
                .map(kept -> of(id, new TreeMap<>(kept)));
    }

    /** The same question with other texts; kept when {@link #keep(HttpServletRequest)} says so. */
    public Asked with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(texts);
        all.putAll(others);
        return new Asked(id, subject, all);
    }

    /** Keeps it in the session; ids follow time, so the first is the oldest. */
    public void keep(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        TreeMap<String, Map<String, String>> all = new TreeMap<>(all(session));
        TreeMap<String, String> kept = new TreeMap<>(texts);
        subject.byBsn().ifPresent(key -> kept.put(BSN, key.toString()));
        subject.bySet().ifPresent(key -> kept.put(SET, key.toString()));
        all.put(id.toString(), kept);
        while (all.size() > MOST) {
            all.pollFirstEntry();
        }
        session.setAttribute(ATTRIBUTE, all);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, String>> all(HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> all
                ? (Map<String, Map<String, String>>) all
                : Map.of();
    }

    private static Asked of(UUID id, Map<String, String> kept) {
        SubjectIdentity subject = new SubjectIdentity(key(kept.remove(BSN)), key(kept.remove(SET)));
        return new Asked(id, subject, kept);
    }

    private static Optional<SubjectKey> key(String text) {
        return Optional.ofNullable(text).map(UUID::fromString).map(SubjectKey::new);
    }
}

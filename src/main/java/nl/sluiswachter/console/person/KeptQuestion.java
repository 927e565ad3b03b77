package nl.sluiswachter.console.person;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;

/**
 * A question about a person or a case that stays in the session, so that its answer has an address that names nobody. Of the
 * person it keeps the keys, not what was typed. A method of a controller that has a parameter of this type is called only with
 * the question of its path ({@code {ask}}); whoever asks for a forgotten one is led to the form.
 *
 * @param id part of the address
 * @param page on which it was asked: another finds nothing by it
 * @param subject about whom
 * @param texts what else was asked
 */
public record KeptQuestion(UUID id, ConsolePage page, SubjectIdentity subject, Map<String, String> texts) {

    /** Questions that one session keeps: the oldest goes first. */
    public static final int MOST = 20;

    private static final String ATTRIBUTE = "questions";
    private static final String PAGE = "question.page";
    private static final String BSN = "subject.bsn";
    private static final String SET = "subject.set";

    public KeptQuestion {
        texts = Map.copyOf(texts);
    }

    /** A new question of this page, kept from now on. */
    public static KeptQuestion keep(
            HttpServletRequest request, IdSource ids, SubjectIdentity subject, Map<String, String> texts) {
        KeptQuestion question = new KeptQuestion(ids.next(), page(request), subject, texts);
        question.keep(request);
        return question;
    }

    /** The question with this id, when this session asked it on this page and has not forgotten it. */
    public static Optional<KeptQuestion> find(HttpServletRequest request, String id) {
        return Optional.ofNullable(all(request.getSession(false)).get(id))
                .map(kept -> of(id, new TreeMap<>(kept)))
                .filter(question -> question.page == page(request));
    }

    /** The same question with other texts; kept when {@link #keep(HttpServletRequest)} says so. */
    public KeptQuestion with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(texts);
        all.putAll(others);
        return new KeptQuestion(id, page, subject, all);
    }

    /** Keeps it in the session; ids follow time, so the first is the oldest. */
    public void keep(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        TreeMap<String, Map<String, String>> all = new TreeMap<>(all(session));
        TreeMap<String, String> kept = new TreeMap<>(texts);
        kept.put(PAGE, page.name());
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

    private static KeptQuestion of(String id, Map<String, String> kept) {
        ConsolePage page = ConsolePage.valueOf(kept.remove(PAGE));
        SubjectIdentity subject = new SubjectIdentity(key(kept.remove(BSN)), key(kept.remove(SET)));
        return new KeptQuestion(UUID.fromString(id), page, subject, kept);
    }

    private static Optional<SubjectKey> key(String text) {
        return Optional.ofNullable(text).map(UUID::fromString).map(SubjectKey::new);
    }

    static ConsolePage page(HttpServletRequest request) {
        return ConsolePage.at(request.getServletPath()).orElseThrow();
    }
}

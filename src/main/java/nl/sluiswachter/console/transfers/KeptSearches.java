package nl.sluiswachter.console.transfers;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluiswachter.kernel.IdSource;

/**
 * Searches for a person or a case, which may not stand in an address: the session keeps them under ids that say nothing. Of a
 * person it keeps the key.
 */
final class KeptSearches {

    /** The most of one session; the oldest gives way. */
    static final int MOST = 20;

    private static final String ATTRIBUTE = "transfer-searches";
    private static final String ID = "id";

    private final IdSource ids;

    KeptSearches(IdSource ids) {
        this.ids = ids;
    }

    /** Under which id it can be found from now on. */
    String keep(HttpSession session, SearchForm form) {
        String id = ids.next().toString();
        TreeMap<String, String> texts = new TreeMap<>(form.kept());
        texts.put(ID, id);
        List<Object> kept = new ArrayList<>(kept(session));
        kept.add(texts);
        session.setAttribute(ATTRIBUTE, new ArrayList<>(kept.subList(Math.max(0, kept.size() - MOST), kept.size())));
        return id;
    }

    /** What was kept in this session; empty for any other id. */
    Optional<SearchForm> find(HttpSession session, String id) {
        return kept(session).stream()
                .map(one -> (Map<?, ?>) one)
                .filter(texts -> id.equals(texts.get(ID)))
                .findFirst()
                .map(KeptSearches::form);
    }

    private static SearchForm form(Map<?, ?> texts) {
        TreeMap<String, String> fields = new TreeMap<>();
        texts.forEach((name, text) -> fields.put((String) name, (String) text));
        fields.remove(ID);
        return new SearchForm(fields);
    }

    private static List<?> kept(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof List<?> kept ? kept : List.of();
    }
}

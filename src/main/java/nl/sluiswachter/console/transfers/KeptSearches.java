package nl.sluiswachter.console.transfers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluiswachter.console.person.KeptQuestion;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;

/** Searches for a person or a case, which may not stand in an address, as questions of the session. */
final class KeptSearches {

    private final IdSource ids;

    KeptSearches(IdSource ids) {
        this.ids = ids;
    }

    /** Under which id it can be found from now on. */
    String keep(HttpServletRequest request, SearchForm form) {
        Optional<SubjectKey> person = Optional.of(form.text(SearchForm.PERSON))
                .filter(key -> !key.isEmpty())
                .map(UUID::fromString)
                .map(SubjectKey::new);
        SubjectIdentity subject = new SubjectIdentity(person, Optional.empty());
        Map<String, String> texts = form.with(SearchForm.PERSON, "").texts();
        return KeptQuestion.keep(request, ids, subject, texts).id().toString();
    }

    /** What was kept in this session; empty for any other id. */
    Optional<SearchForm> find(HttpServletRequest request, String id) {
        return KeptQuestion.find(request, id).map(KeptSearches::form);
    }

    private static SearchForm form(KeptQuestion question) {
        String person = question.subject().byBsn().map(SubjectKey::toString).orElse("");
        return new SearchForm(new TreeMap<>(question.texts())).with(SearchForm.PERSON, person);
    }
}

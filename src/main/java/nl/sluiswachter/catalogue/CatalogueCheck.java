package nl.sluiswachter.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Finds what is incomplete or contradictory in a catalogue whose files could be read. */
final class CatalogueCheck {

    private final Catalogue catalogue;
    private final Faults faults;

    CatalogueCheck(Catalogue catalogue, CatalogueFiles files) {
        this.catalogue = catalogue;
        this.faults = new Faults(files);
    }

    /** One sentence per fault; empty when the catalogue may be used. */
    List<String> faults() {
        checkTexts();
        checkArticles();
        checkReuse();
        checkAges();
        checkCapacities();
        TypeCheck types = new TypeCheck(catalogue, faults);
        catalogue.types().values().forEach(types::check);
        if (catalogue.types().isEmpty()) {
            faults.add("types/", "", "at least one exchange type is expected");
        }
        return faults.sentences();
    }

    private void checkTexts() {
        for (Code code : Code.values()) {
            Reason reason = catalogue.texts().reasons().get(code);
            if (reason == null || Text.isBlank(reason.text())) {
                faults.add("reasons.yaml", "/reasons/" + code, code + " needs a text in nl and en");
            }
        }
        catalogue.texts().reasons().forEach((code, reason) -> {
            if (code.refuses() && reason.remedies().isEmpty()) {
                faults.add("reasons.yaml", "/reasons/" + code, code + " refuses and needs a remedy");
            }
            reason.remedies().stream()
                    .filter(remedy -> !catalogue.texts().remedies().containsKey(remedy))
                    .forEach(remedy -> faults.add(
                            "reasons.yaml", "/reasons/" + code, code + " names an unknown remedy " + remedy));
        });
        catalogue.texts().remedies().forEach(this::checkRemedy);
    }

    private void checkRemedy(String id, Remedy remedy) {
        String pointer = "/remedies/" + id;
        if (Text.isBlank(remedy.text())) {
            faults.add("reasons.yaml", pointer, id + " needs a text in nl and en");
        }
        if (remedy.exchangeType() != null
                && catalogue.type(remedy.exchangeType()).isEmpty()) {
            faults.add("reasons.yaml", pointer, id + " names an unknown exchange type " + remedy.exchangeType());
        }
        String whenRefused = remedy.whenRefused();
        if (remedy.asksConsent()
                && (whenRefused == null || !catalogue.texts().remedies().containsKey(whenRefused))) {
            faults.add(
                    "reasons.yaml",
                    pointer,
                    id + " asks for consent and needs whenRefused, a remedy for where the answer was no before");
        }
        if (!remedy.asksConsent() && whenRefused != null) {
            faults.add("reasons.yaml", pointer, id + " asks for no consent, so whenRefused never applies");
        }
    }

    private void checkArticles() {
        catalogue.articles().forEach((name, article) -> {
            LocalDate from = article.inForceFrom();
            LocalDate until = article.inForceUntil();
            if (until != null && (from == null || until.isBefore(from))) {
                faults.add("articles.yaml", "/" + name, name + " must be in force from a day before it ends");
            }
        });
    }

    private void checkReuse() {
        catalogue
                .reuse()
                .forEach((from, row) -> row.forEach((to, cell) -> {
                    String pointer = "/" + from + "/" + to;
                    String place = from + " to " + to;
                    if (cell.rule() == null) {
                        faults.add("reuse.yaml", pointer, place + " needs a rule");
                    }
                    if (cell.alsoNeeds() != null
                            && cell.rule() != null
                            && !cell.rule().needsConsent()) {
                        faults.add("reuse.yaml", pointer, place + " asks for a waiver although no consent is asked");
                    }
                    if (cell.onlyFor() != null && !catalogue.isPurpose(cell.onlyFor())) {
                        faults.add("reuse.yaml", pointer, place + " is only for an unknown purpose " + cell.onlyFor());
                    }
                    if (cell.rule() == ReuseRule.CONSENT_WITHOUT_ARTICLE && cell.alsoNeeds() == null) {
                        faults.add(
                                "reuse.yaml",
                                pointer,
                                place + " must say in alsoNeeds what lifts the secrecy of the source");
                    }
                    checkArticle("reuse.yaml", pointer, place, cell.article());
                }));
    }

    private void checkAges() {
        if (catalogue.ages().minor12to15() == null) {
            faults.add("ages.yaml", "/minor12to15", "minor12to15 must be JOINT or LAW_ONLY");
        }
        for (Map.Entry<String, AgeRegime> entry : catalogue.ages().regimes().entrySet()) {
            AgeRegime regime = entry.getValue();
            String pointer = "/regimes/" + entry.getKey();
            checkArticle("ages.yaml", pointer, entry.getKey(), regime.article());
            boolean complete = regime.under12() != null
                    && regime.from12() != null
                    && regime.from16() != null
                    && regime.adult() != null;
            if (!complete) {
                faults.add("ages.yaml", pointer, entry.getKey() + " needs a rule for each age");
            }
        }
    }

    private void checkCapacities() {
        catalogue.capacities().forEach((capacity, rule) -> {
            boolean complete = !Text.isBlank(rule.title()) && rule.bsn() != null && rule.secrecy() != null;
            if (!complete) {
                faults.add(
                        "capacities.yaml", "/" + capacity, capacity + " needs a title in nl and en, bsn and secrecy");
            }
            rule.actsUnder().stream()
                    .filter(law -> !catalogue.reuse().containsKey(law))
                    .forEach(law -> faults.add(
                            "capacities.yaml",
                            "/" + capacity + "/actsUnder",
                            capacity + " acts under " + law + ", which has no row in reuse.yaml"));
        });
        catalogue.fields().forEach((path, rule) -> {
            boolean complete = !Text.isBlank(rule.title()) && rule.kind() != null;
            boolean structured = rule.kind() == FieldRule.Kind.OBJECT || rule.kind() == FieldRule.Kind.LIST;
            if (!complete || !structured && !rule.members().equals(List.of())) {
                faults.add(
                        "fields.yaml",
                        "/" + path,
                        path + " needs a title in nl and en, a kind, and members only in it");
            }
        });
    }

    private void checkArticle(String file, String pointer, String place, String article) {
        if (article == null || !catalogue.articles().containsKey(article)) {
            faults.add(file, pointer, place + " cites " + article + ", which articles.yaml does not know");
        }
    }
}

package nl.sluiswachter.api;

import java.util.Optional;

/** In which form a resident's report is answered. */
enum ReportForm {
    JSON("application/json"),
    HTML("text/html;charset=utf-8"),
    PDF("application/pdf");

    private final String mediaType;

    ReportForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** What the caller would like best (RFC 9110, 12.5.1); JSON when that cannot be told. */
    static ReportForm of(Optional<String> accept) {
        ReportForm best = JSON;
        for (ReportForm form : values()) {
            if (Preferences.quality(accept, form.mediaType) > Preferences.quality(accept, best.mediaType)) {
                best = form;
            }
        }
        return best;
    }
}

package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the law says about use of data under another law than the one it was obtained under. */
public enum ReuseRule {
    /** Same act. */
    @JsonProperty("S")
    SAME_ACT,
    /** Statute allows it when necessary, without consent. */
    @JsonProperty("N")
    NECESSARY,
    /** Statute orders the supply. */
    @JsonProperty("L")
    DUTY,
    /** Statute allows it with explicit consent. */
    @JsonProperty("C")
    CONSENT,
    /** No article: only with free consent that also lifts the secrecy of the source. */
    @JsonProperty("C*")
    CONSENT_WITHOUT_ARTICLE,
    /** Never; consent does not help. */
    @JsonProperty("X")
    NEVER,
    /** The right or duty towards Veilig Thuis (Wmo 2015 art. 5.2.6). */
    @JsonProperty("R")
    SAFETY;

    /** Whether consent can open this way. */
    public boolean needsConsent() {
        return this == CONSENT || this == CONSENT_WITHOUT_ARTICLE;
    }
}

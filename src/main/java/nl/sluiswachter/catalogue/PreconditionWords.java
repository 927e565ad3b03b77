package nl.sluiswachter.catalogue;

import java.util.Map;

/** Preconditions in plain words, for who must meet them. */
public final class PreconditionWords {

    private static final Map<Precondition, Text> WORDS = Map.ofEntries(
            Map.entry(
                    Precondition.COMMITMENT,
                    new Text(
                            "De gemeente heeft vastgelegd dat de ontvanger voor deze inwoner is ingeschakeld.",
                            "The municipality has registered that the receiver was committed for this resident.")),
            Map.entry(
                    Precondition.LEGAL_MEASURE,
                    new Text(
                            "De gemeente heeft vastgelegd dat er een maatregel van de rechter loopt.",
                            "The municipality has registered that a measure of the court is in force.")),
            Map.entry(
                    Precondition.INFORMED_STATUS,
                    new Text(
                            "Het bericht zegt of de inwoner het weet, en zo niet waarom niet.",
                            "The message says whether the resident was told, and if not why not.")),
            Map.entry(Precondition.QUESTION, new Text("Het bericht stelt een vraag.", "The message asks a question.")),
            Map.entry(
                    Precondition.NATURE_AND_SEVERITY,
                    new Text(
                            "Het bericht noemt de aard en de ernst van het vermoeden.",
                            "The message states nature and severity of the suspicion.")),
            Map.entry(
                    Precondition.REMINDER_SENT,
                    new Text(
                            "De inwoner is eerst benaderd, op schuldhulp gewezen en aan de betaling herinnerd.",
                            "The resident was first contacted, told about debt help and sent a reminder.")),
            Map.entry(
                    Precondition.NOT_REFUSED,
                    new Text(
                            "De inwoner heeft niet geweigerd toen erom werd gevraagd.",
                            "The resident did not refuse when asked.")),
            Map.entry(
                    Precondition.CHANNEL_UNAVAILABLE,
                    new Text(
                            "De voorgeschreven weg voor dit bericht kan niet worden gebruikt.",
                            "The channel that is prescribed for this message cannot be used.")),
            Map.entry(
                    Precondition.NO_ABSENCE_NOTICE,
                    new Text(
                            "Het bericht is geen verzuimmelding; die heeft een eigen weg.",
                            "The message is not a notice of absence, which has a channel of its own.")),
            Map.entry(
                    Precondition.PERSON_CANNOT_CONSENT,
                    new Text("De inwoner kan zelf geen toestemming geven.", "The resident cannot consent.")));

    private PreconditionWords() {}

    /** One sentence: what must be so. */
    public static Text of(Precondition precondition) {
        return WORDS.get(precondition);
    }
}

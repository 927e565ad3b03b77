package nl.sluiswachter.freetext;

import java.util.Set;

/** The words by which an address is told from another word with a number behind it. All in lower case. */
final class AddressWords {

    /** JdbcEndings that hardly any other word has: a street also without a capital. */
    private static final Set<String> STREET = words(
            """
            str straat straatje laan laantje gracht singel plantsoen dreef kade steeg steegje straatweg straße
            strasse
            """);

    /** JdbcEndings that make a street of a word with a capital. */
    private static final Set<String> NAMED = words(
            """
            weg weggetje dijk dijkje pad paadje hof hofje park plein pleintje markt wal haven boulevard allee
            erf oord kwartier burgwal esplanade zoom warande
            """);

    /** Words that are a street on their own, with a capital behind a word such as "de". */
    private static final Set<String> ALONE = words(
            """
            rue avenue pad singel gracht dijk kade plein markt brink dam ring laan hof kerkhof zandpad weg park haven wal
            esplanade boulevard
            """);

    /** Words with such an ending that are no street. */
    private static final Set<String> NO_STREET = words(
            """
            onderweg snelweg autoweg spoorweg luchtweg omweg uitweg rijweg vaarweg fietspad voetpad zorgpad
            leerpad groeipad ontwikkelpad klantpad werkplein schoolplein speelplein leerplein gerechtshof
            arbeidsmarkt woningmarkt huizenmarkt zorgmarkt supermarkt rommelmarkt kerstmarkt jaarmarkt
            banenmarkt huttenpark pretpark vakantiepark milaan antwoord woord akkoord noord moord vermoord voord
            stagemarkt informatiemarkt
            """);

    /** What can follow "woont op" and is no street. */
    private static final Set<String> PLACES_INSIDE = words(
            """
            groep kamer afdeling unit team fase module blok bed lokaal stap doel actie etage verdieping gang
            cluster niveau locatie huis artikel week klas versie zaak dossier pagina bijlage nummer huisnummer
            nr
            """);

    /** What is counted or measured, and months: a number before it is no house number. */
    private static final Set<String> UNITS = words(
            """
            keer uur uren minuten minuut min dag dagen dagdelen dagdeel week weken maand maanden jaar jaren km
            kilometer meter m cm euro x maal personen kinderen mensen medewerkers cliënten gezinnen leerlingen
            procent mg gram kg januari februari maart april mei juni juli augustus september oktober november
            december meldingen incidenten afspraken gesprekken stuks punten plekken plaatsen
            """);

    /** Small words inside the name of a street. */
    private static final Set<String> PARTICLES =
            words("""
            van la le du des de der den het 't ten ter te en op in bij aan
            """);

    /** Words with which a sentence and also the name of a street can begin. */
    private static final Set<String> BEGINNINGS = words(
            """
            van burgemeester burg prins prinses koning koningin oude nieuwe lange korte sint st dr mr prof ds ir
            graaf gravin generaal jan laan groot grote kleine eerste tweede derde dokter pastoor dominee pater
            wethouder president mgr monseigneur
            """);

    private static final Set<String> CONTEXT = phrases(
            """
            adres, woon, wonend, verhui, verblij, inschrijving, ingeschreven, staat op, postcode, logeert,
            huisbezoek, gelegen, opvang
            """);

    /** Pairs of letters that mean something else behind a number. */
    private static final Set<String> OTHER_PAIRS = words(
            """
            IE EH KB MB GB TB KM KG MG ML CM MM KW GI VT PW PO VO SO MO EU BV NV CV IQ XL XS HZ VB TV
            """);

    private static final int BEFORE = 32;

    private AddressWords() {}

    private static Set<String> phrases(String text) {
        return Set.of(text.strip().split(",\\s+"));
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    static boolean isStreet(String lower) {
        return endsWith(lower, STREET);
    }

    static boolean isNamedStreet(String lower) {
        return isStreet(lower) || endsWith(lower, NAMED);
    }

    static boolean isAlone(String lower) {
        return ALONE.contains(lower);
    }

    static boolean isInside(String lower) {
        return PLACES_INSIDE.contains(lower) || NO_STREET.contains(lower);
    }

    static boolean isUnit(String lower) {
        return UNITS.contains(lower);
    }

    static boolean isParticle(String lower) {
        return PARTICLES.contains(lower);
    }

    static boolean isBeginning(String lower) {
        return BEGINNINGS.contains(lower);
    }

    static boolean isOtherPair(String upper) {
        return OTHER_PAIRS.contains(upper);
    }

    /** The places where a word shortly before says that an address follows. */
    static Nearby context(PlainText text) {
        return new Nearby(text, CONTEXT, 0, BEFORE);
    }

    private static boolean endsWith(String lower, Set<String> endings) {
        if (NO_STREET.contains(lower)) {
            return false;
        }
        return endings.stream().anyMatch(ending -> lower.length() >= ending.length() + 2 && lower.endsWith(ending));
    }
}

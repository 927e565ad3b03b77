package nl.sluiswachter.api;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.catalogue.Language;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a caller would like but cannot demand; anything unreadable is ignored. */
final class Preferences {

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?([0-9]{1,4})\"?\\s*(?:$|[,;])");
    private static final int LONGEST_HEADER = 200;

    private Preferences() {}

    /** {@code Prefer: wait=5} (RFC 7240), at most {@code longest}; zero when not asked. */
    static Duration patience(Optional<String> prefer, Duration longest) {
        return prefer.filter(header -> header.length() <= LONGEST_HEADER)
                .map(WAIT::matcher)
                .filter(Matcher::find)
                .map(wait -> Duration.ofSeconds(Long.parseLong(wait.group(1))))
                .map(wait -> wait.compareTo(longest) > 0 ? longest : wait)
                .orElse(Duration.ZERO);
    }

    /** Whether plain text is preferred over JSON (RFC 9110, 12.5.1). */
    static boolean plainText(Optional<String> accept) {
        return quality(accept, MediaType.TEXT_PLAIN_VALUE) > quality(accept, MediaType.APPLICATION_JSON_VALUE);
    }

    /** How much a media type is wanted (RFC 9110, 12.4.2); zero when not, or when that cannot be read. */
    static double quality(Optional<String> accept, String mediaType) {
        try {
            return accept.filter(header -> header.length() <= LONGEST_HEADER)
                    .map(MediaType::parseMediaTypes)
                    .map(types -> quality(types, MediaType.parseMediaType(mediaType)))
                    .orElse(0.0);
        } catch (InvalidMediaTypeException e) {
            return 0;
        }
    }

    /** Of the most specific range that includes the type; zero when none does. */
    private static double quality(List<MediaType> ranges, MediaType type) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    /** English where that is preferred over Dutch, else Dutch. */
    static Language language(Optional<String> acceptLanguage) {
        try {
            return acceptLanguage
                    .filter(header -> header.length() <= LONGEST_HEADER)
                    .map(header -> Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("nl", "en")))
                    .filter("en"::equals)
                    .map(tag -> Language.EN)
                    .orElse(Language.NL);
        } catch (IllegalArgumentException e) {
            return Language.NL;
        }
    }
}

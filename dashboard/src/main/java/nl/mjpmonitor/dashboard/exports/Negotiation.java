package nl.mjpmonitor.dashboard.exports;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/**
 * Chooses what to give by the {@code Accept} header of a question (RFC 9110, section 12.5.1): of what the asker likes equally well, the
 * first that is offered.
 */
public final class Negotiation {

    private Negotiation() {}

    /**
     * The best of what is offered.
     *
     * @param accept the header; blank when there is none, and then everything will do
     * @param offered what there is, by media type, the usual one first
     * @throws HttpMediaTypeNotAcceptableException when none of it will do, or the header cannot be read; it names what is offered
     */
    public static <T> Map.Entry<MediaType, T> choose(String accept, Map<MediaType, T> offered)
            throws HttpMediaTypeNotAcceptableException {
        List<MediaType> ranges = ranges(accept, offered);
        return offered.entrySet().stream()
                .filter(entry -> quality(entry.getKey(), ranges) > 0)
                .reduce((best, next) -> quality(next.getKey(), ranges) > quality(best.getKey(), ranges) ? next : best)
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(List.copyOf(offered.keySet())));
    }

    /** What there is, in this order. */
    @SafeVarargs
    public static <T> Map<MediaType, T> offer(Map.Entry<MediaType, T>... forms) {
        Map<MediaType, T> all = new LinkedHashMap<>();
        for (Map.Entry<MediaType, T> form : forms) {
            all.put(form.getKey(), form.getValue());
        }
        return Collections.unmodifiableMap(all);
    }

    /** What was offered in vain, to tell the asker: {@code text/csv, application/json}. */
    public static String words(HttpMediaTypeNotAcceptableException unacceptable) {
        return unacceptable.getSupportedMediaTypes().stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .collect(Collectors.joining(", "));
    }

    private static <T> List<MediaType> ranges(String accept, Map<MediaType, T> offered)
            throws HttpMediaTypeNotAcceptableException {
        if (accept.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException unreadable) {
            throw new HttpMediaTypeNotAcceptableException(List.copyOf(offered.keySet()));
        }
    }

    /** That of the most specific range that holds the type; 0 when none does. */
    private static double quality(MediaType type, List<MediaType> ranges) {
        Optional<MediaType> range = ranges.stream()
                .filter(one -> one.includes(type))
                .max(Comparator.comparingInt(Negotiation::specificity));
        return range.map(MediaType::getQualityValue).orElse(0.0);
    }

    private static int specificity(MediaType range) {
        if (range.isWildcardType()) {
            return 0;
        }
        return range.isWildcardSubtype() ? 1 : 2;
    }
}

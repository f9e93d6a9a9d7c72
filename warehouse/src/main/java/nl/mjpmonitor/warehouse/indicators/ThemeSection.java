package nl.mjpmonitor.warehouse.indicators;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/**
 * One part of the page of a theme: some indicators, and how they are shown together. They may belong to other themes.
 *
 * @param id unique within the theme
 * @param kind how they are shown
 * @param title heading
 * @param text what a reader must know to read it; empty where it speaks for itself
 * @param remainder of a whole, how what is in none of its parts is called; empty where 'remainder' will do
 * @param scale whether charts beside each other share a scale
 * @param indicators the indicators, in the order of showing, at least one
 * @param origins of a step or of spending, what it came from; each is among the indicators, before what came from it
 * @param events indicators whose events are marked in a timeline
 */
public record ThemeSection(
        String id,
        Kind kind,
        LocalizedText title,
        Optional<LocalizedText> text,
        Optional<LocalizedText> remainder,
        Scale scale,
        List<IndicatorId> indicators,
        Map<IndicatorId, IndicatorId> origins,
        List<IndicatorId> events) {

    public ThemeSection {
        indicators = List.copyOf(indicators);
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        events = List.copyOf(events);
    }

    /** What a step came out of: its origin, or else the step before it; empty for the first. */
    public Optional<IndicatorId> originOf(IndicatorId step) {
        int place = indicators.indexOf(step);
        return Optional.ofNullable(origins.get(step))
                .or(() -> place > 0 ? Optional.of(indicators.get(place - 1)) : Optional.empty());
    }

    /** How indicators are shown together. */
    public enum Kind {
        /** This year so far against last year's, and the last twelve months. */
        COMPARISON,
        /** A small chart by year for each. */
        TRENDS,
        /** The first is a whole, the others are its parts; what is in none of them is shown too. */
        PARTS,
        /** Each came out of the one before, or out of its origin. Every step may have a unit of its own. */
        STEPS,
        /** Pairs of the median and the 90% limit of a lead time. */
        LEAD_TIMES,
        /** By month, with events marked in it. */
        TIMELINE,
        /** Results of a survey with their margins. */
        SURVEY,
        /** Grants, and what was spent of them, by the scheme they belong to. */
        BUDGET,
        /** The municipality beside the region and the country. */
        REGIONS,
        /** The potential hotspots that the indicator counts, one by one, with their state and life. */
        HOTSPOTS,
        /** How long open cases are in the steps whose stagnation the indicators count, against the norm. */
        STAGNATION
    }

    /** Whether charts beside each other can be compared by eye. */
    public enum Scale {
        SHARED,
        OWN
    }
}

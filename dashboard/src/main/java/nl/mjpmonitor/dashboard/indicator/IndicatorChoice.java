package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * What the reader chose to see. All of it stands in the address, so that it can be sent to somebody else.
 *
 * @param from first month to show; empty for all there is
 * @param to last month to show; empty for all there is
 * @param peildatum show what was known at the end of this day, in Dutch time; empty for everything that is known
 * @param timeline what stands on the timeline
 */
record IndicatorChoice(
        Indicator indicator,
        Area area,
        SeriesGrain grain,
        Optional<YearMonth> from,
        Optional<YearMonth> to,
        Optional<LocalDate> peildatum,
        Set<TimelineKind> timeline) {

    static final String ID = "id";
    static final String AREA = "gebied";
    static final String GRAIN = "korrel";
    static final String FROM = "van";
    static final String TO = "tot";
    static final String PEILDATUM = "peildatum";
    static final String TIMELINE = "tijdlijn";

    /** What stands on the timeline unless the reader chooses otherwise. */
    static final Set<TimelineKind> USUAL = Set.of(TimelineKind.ACTIEDAGEN, TimelineKind.SLUITINGEN);

    private static final String NOTHING = "geen";
    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    IndicatorChoice {
        timeline = Set.copyOf(timeline);
    }

    IndicatorChoice in(Area other) {
        return new IndicatorChoice(indicator, other, grain, from, to, peildatum, timeline);
    }

    IndicatorChoice by(SeriesGrain other) {
        return new IndicatorChoice(indicator, area, other, from, to, peildatum, timeline);
    }

    IndicatorChoice between(Optional<YearMonth> first, Optional<YearMonth> last) {
        return new IndicatorChoice(indicator, area, grain, first, last, peildatum, timeline);
    }

    IndicatorChoice knownOn(Optional<LocalDate> day) {
        return new IndicatorChoice(indicator, area, grain, from, to, day, timeline);
    }

    IndicatorChoice with(Set<TimelineKind> kinds) {
        return new IndicatorChoice(indicator, area, grain, from, to, peildatum, kinds);
    }

    /** Whether the period ends within the months to show. */
    boolean isInSight(Period period) {
        YearMonth end = period.lastMonth();
        return from.map(first -> !end.isBefore(first)).orElse(true)
                && to.map(last -> !end.isAfter(last)).orElse(true);
    }

    /** The moment of which the figures are. */
    Instant moment() {
        return peildatum
                .map(day -> day.plusDays(1).atStartOfDay(DUTCH_TIME).toInstant().minusMillis(1))
                .orElse(SeriesRequest.LATEST);
    }

    RouteParameters route() {
        return new RouteParameters(ID, indicator.id().value());
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(AREA, area.code().value());
        parameters.put(GRAIN, grain.word());
        from.ifPresent(month -> parameters.put(FROM, month.toString()));
        to.ifPresent(month -> parameters.put(TO, month.toString()));
        peildatum.ifPresent(day -> parameters.put(PEILDATUM, day.toString()));
        if (!timeline.equals(USUAL)) {
            parameters.put(
                    TIMELINE,
                    timeline.isEmpty()
                            ? NOTHING
                            : EnumSet.copyOf(timeline).stream()
                                    .map(TimelineKind::word)
                                    .collect(Collectors.joining(",")));
        }
        return QueryParameters.simple(parameters);
    }

    /** Reads what {@link #parameters()} writes of the timeline; unknown words are passed over. */
    static Set<TimelineKind> timeline(String words) {
        return Arrays.stream(words.split(",", -1))
                .flatMap(word -> TimelineKind.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
